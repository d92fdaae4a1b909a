-- Neovim as a client of Hearsay, and what a person sees in it.
local M = { checks = 0, timeout = tonumber(vim.env.HEARSAY_TIMEOUT) or 10000 }
local exit

-- Checks

local function fail(what)
  error({ failed = what }, 0)
end

function M.expect(condition, what)
  M.checks = M.checks + 1
  if not condition then
    fail(what)
  end
end

function M.same(found, expected, what)
  M.expect(vim.deep_equal(found, expected), ('%s\nfound    %s\nexpected %s'):format(what, vim.inspect(found), vim.inspect(expected)))
end

--- Waits until a function answers something true, and returns that.
function M.eventually(what, answer)
  local last
  local ok = vim.wait(M.timeout, function()
    last = answer()
    return last
  end, 10)
  M.expect(ok, what)
  return last
end

--- Waits until a function answers a value.
function M.eventually_same(answer, expected, what)
  local found
  vim.wait(M.timeout, function()
    found = answer()
    return vim.deep_equal(found, expected)
  end, 10)
  M.same(found, expected, what)
end

-- The session

function M.start(plugin, draft)
  vim.o.swapfile = false
  vim.g.hearsay_command = vim.json.decode(vim.env.HEARSAY_COMMAND)
  vim.opt.runtimepath:prepend(vim.fs.normalize(plugin))
  -- `-l` loads no plugins and detects no file types by itself.
  vim.cmd.runtime('plugin/hearsay.lua')
  vim.lsp.config('hearsay', {
    on_exit = function(code, signal)
      exit = { code = code, signal = signal }
    end,
  })
  vim.cmd('filetype plugin on')
  vim.cmd.edit(vim.fn.fnameescape(draft))
  M.buffer = vim.api.nvim_get_current_buf()
end

--- Waits for the client and for the first findings.
function M.ready()
  M.lsp = M.eventually('Neovim starts the server', function()
    local client = vim.lsp.get_clients({ bufnr = M.buffer, name = 'hearsay' })[1]
    return client and client.initialized and client
  end)
  M.eventually('findings arrive', function()
    return #vim.diagnostic.get(M.buffer) > 0
  end)
end

function M.stop()
  if M.lsp and not M.lsp:is_stopped() then
    M.lsp:stop()
  end
  M.eventually('the server ends', function()
    return exit
  end)
  M.same(exit, { code = 0, signal = 0 }, 'the server ends without error')
end

-- The draft

function M.line(number)
  return vim.api.nvim_buf_get_lines(M.buffer, number, number + 1, true)[1]
end

function M.text(range)
  return table.concat(vim.api.nvim_buf_get_text(M.buffer, range.lnum, range.col, range.end_lnum, range.end_col, {}), '\n')
end

--- The byte column at which words stand in a line.
function M.column(line, words)
  local start = M.line(line):find(words, 1, true)
  M.expect(start, ('line %d holds “%s”'):format(line, words))
  return start - 1
end

function M.put_cursor(line, column)
  vim.api.nvim_win_set_cursor(0, { line + 1, column })
end

-- What Hearsay says of it

local function in_order(a, b)
  for _, key in ipairs({ 'line', 'column', 'rule', 'text', 'message' }) do
    if a[key] ~= b[key] then
      return a[key] < b[key]
    end
  end
  return false
end

--- The findings that Neovim holds, in order: byte columns, and the words under the range.
function M.findings()
  local findings = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(M.buffer)) do
    local ok, text = pcall(M.text, diagnostic)
    findings[#findings + 1] = {
      rule = diagnostic.code,
      line = diagnostic.lnum,
      column = diagnostic.col,
      text = ok and text or 'outside the draft',
      message = diagnostic.message,
    }
  end
  table.sort(findings, in_order)
  return findings
end

--- What the command says of the same text when it sees it for the first time.
function M.fresh_findings()
  local lines = vim.api.nvim_buf_get_lines(M.buffer, 0, -1, true)
  local text = table.concat(lines, '\n') .. '\n'
  local name = vim.api.nvim_buf_get_name(M.buffer)
  local command = { vim.env.HEARSAY_PROGRAM, 'lint', '--format', 'json', '--columns', 'bytes', '--stdin-filename', name, '-' }
  local run = vim.system(command, { stdin = text }):wait()
  M.expect(run.code <= 1, 'the command reads the draft: ' .. run.stderr)
  local findings = {}
  for _, finding in ipairs(vim.json.decode(run.stdout).files[1].findings) do
    findings[#findings + 1] = {
      rule = finding.rule,
      line = finding.line - 1,
      column = finding.column - 1,
      text = text:sub(finding.start + 1, finding['end']),
      message = finding.message,
    }
  end
  table.sort(findings, in_order)
  return findings
end

--- Findings without what moves or is said: rule, line and words.
function M.marks(findings)
  return vim.iter(findings):map(function(finding)
    return { rule = finding.rule, line = finding.line, text = finding.text }
  end):totable()
end

local function float()
  return vim.iter(vim.api.nvim_list_wins()):find(function(window)
    return vim.api.nvim_win_get_config(window).relative ~= ''
  end)
end

--- Asks for the hover under the cursor: its words without marks of Markdown, and the words that it lights up.
function M.hover()
  vim.lsp.buf.hover()
  local window = M.eventually('a hover opens', float)
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true)
  local words = table.concat(lines, '\n'):gsub('%*%*', ''):gsub('\\(%p)', '%1')
  local namespace = vim.api.nvim_get_namespaces()['nvim.lsp.hover_range']
  local mark = vim.api.nvim_buf_get_extmarks(M.buffer, namespace, 0, -1, { details = true })[1]
  local lit = mark and M.text({ lnum = mark[2], col = mark[3], end_lnum = mark[4].end_row, end_col = mark[4].end_col })
  vim.api.nvim_win_close(window, true)
  return words, lit
end

--- Applies the quick fix with a title to what stands under the cursor.
function M.fix(title)
  -- As a key press would: what follows is undone by itself.
  vim.cmd('let &undolevels = &undolevels')
  local seen = {}
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      seen[#seen + 1] = action.title
      return action.title == title
    end,
  })
  M.eventually(('“%s” is offered'):format(title), function()
    return vim.list_contains(seen, title)
  end)
end

return M
