-- Runs Neovim 0.7 to 0.10 with the plugin as it is shipped: marks, hover, fixes.
--
-- usage: nvim --clean --headless -c 'luafile older.lua'
--
-- HEARSAY_PROGRAM is the program, HEARSAY_EDITORS this folder's, DRAFT a copy of the draft. With HEARSAY_WRONG the server counts columns
-- in another unit, and the test has to see it.
local editors = vim.env.HEARSAY_EDITORS
local expected = vim.json.decode(table.concat(vim.fn.readfile(editors .. '/drafts/harbour.json'), '\n'))
local failed = 0

local function check(holds, what)
  failed = failed + (holds and 0 or 1)
  io.stdout:write((holds and 'ok   ' or 'FAIL ') .. what .. '\n')
end

local function eventually(what, answer)
  check(vim.wait(vim.env.HEARSAY_WRONG and 2000 or 10000, answer, 20), what)
end

local function line(number)
  return vim.api.nvim_buf_get_lines(0, number, number + 1, true)[1]
end

local function put_cursor(number, words)
  vim.api.nvim_win_set_cursor(0, { number + 1, line(number):find(words, 1, true) - 1 })
end

local function marked()
  local marks = vim.diagnostic.get(0)
  table.sort(marks, function(a, b)
    return a.lnum < b.lnum or (a.lnum == b.lnum and a.col < b.col)
  end)
  return vim.tbl_map(function(mark)
    local ok, text = pcall(vim.api.nvim_buf_get_text, 0, mark.lnum, mark.col, mark.end_lnum, mark.end_col, {})
    return ok and text[1] or 'outside the draft'
  end, marks)
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

local function main()
  vim.o.swapfile = false
  local command = { vim.env.HEARSAY_PROGRAM, 'server', '--no-settings', '--no-ledger' }
  if vim.env.HEARSAY_WRONG then
    vim.list_extend(command, { '--position-encoding', 'utf-32' })
  end
  vim.g.hearsay_command = command
  vim.opt.runtimepath:prepend(vim.fn.fnamemodify(editors .. '/../../EditorClients/neovim', ':p'))
  vim.cmd('runtime plugin/hearsay.lua')
  vim.cmd('filetype plugin on')
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.DRAFT))

  eventually('findings arrive', function()
    return #vim.diagnostic.get(0) > 0
  end)
  local words = vim.tbl_map(function(finding)
    return finding.text
  end, expected.findings)
  check(vim.deep_equal(marked(), words), 'marks lie on their words: ' .. table.concat(marked(), ', '))

  for _, hover in ipairs(expected.hovers) do
    put_cursor(hover.line, hover.at)
    vim.lsp.buf.hover()
    eventually('a hover opens at ' .. hover.at, float)
    local window = float()
    if window then
      local text = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
      text = text:gsub('%*%*', ''):gsub('\\(%p)', '%1')
      for _, words in ipairs(hover.says) do
        check(text:find(words, 1, true), 'it says ' .. words)
      end
      vim.api.nvim_win_close(window, true)
    end
  end

  for _, fix in ipairs(expected.fixes) do
    -- A function may stand in for the menu.
    vim.ui.select = function(items, _, choose)
      for number, item in ipairs(items) do
        local action = item.action or item[2]
        if action.title == fix.title then
          return choose(item, number)
        end
      end
      check(false, fix.title .. ' is offered')
    end
    local before = line(fix.line)
    local start = before:find(fix.before, 1, true)
    local after = before:sub(1, start - 1) .. fix.after .. before:sub(start + #fix.before)
    put_cursor(fix.line, fix.at)
    vim.lsp.buf.code_action()
    eventually(fix.title, function()
      return line(fix.line) == after
    end)
    vim.cmd('undo')
  end
end

local ok, problem = pcall(main)
if not ok then
  check(false, tostring(problem))
end
vim.cmd(failed == 0 and 'qall!' or 'cquit!')
