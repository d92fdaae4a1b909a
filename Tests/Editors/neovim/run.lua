-- Runs one test in a real Neovim against the real server, through the recorder.
--
-- usage: nvim --clean --headless -l run.lua TEST DRAFT EXPECTATIONS
--
-- HEARSAY_COMMAND is the server's command line (a JSON array), HEARSAY_PROGRAM the program itself,
-- HEARSAY_TIMEOUT the milliseconds that something may take.
local here = vim.fs.dirname(vim.fs.normalize(vim.uv.fs_realpath(arg[0])))
package.path = here .. '/?.lua;' .. package.path
local client = require('client')
local expectations = require('expectations')

local name, draft, expected = arg[1], arg[2], arg[3]
client.start(here .. '/../../../EditorClients/neovim', draft)
local ok, problem = xpcall(function()
  client.ready()
  require('tests.' .. name)(client, expectations.read(expected))
  client.stop()
end, function(problem)
  return type(problem) == 'table' and problem.failed or debug.traceback(problem, 2)
end)
if not ok then
  pcall(client.stop)
end
local label = ('neovim %s: %s'):format(name, vim.fs.basename(draft))
io.stdout:write(ok and ('ok   %s, %d checks\n'):format(label, client.checks) or ('FAIL %s: %s\n'):format(label, problem))
os.exit(ok and 0 or 1)
