-- While a person types, the findings stay on their words, and are those of the text as it stands.

--- Types keys as a person would, and lets Neovim send every change.
local function type_keys(keys)
  vim.api.nvim_feedkeys(vim.keycode(keys), 'tx', false)
end

--- A step: the keys, the lines by which the marks move, and marks that come on top or go.
local steps = {
  { keys = 'ggjjIOh 🙂, “well” — <Esc>', moved = 0 },
  { keys = '0f🦑x', moved = 0 },
  { keys = '0f—r–', moved = 0 },
  { keys = 'ggOÉtude 👩‍👩‍👧 — note<CR><Esc>', moved = 2 },
  { keys = 'u', moved = 0 },
  { keys = '<C-r>', moved = 2 },
  { keys = 'ggdj', moved = 0 },
  { keys = ':%s/🐟/herring 🐟/g<CR>', moved = 0 },
  { keys = ':%s/🐟/e\u{301}/g<CR>', moved = 0 },
  { keys = 'ggO“🦀” — 77 crabs were seen on the pier.<CR><Esc>', moved = 2, more = { rule = 'HS101', line = 0, text = '77' } },
  { keys = 'gg0f7cl1<Esc>', moved = 2, more = { rule = 'HS101', line = 0, text = '17' } },
  { keys = 'gg0f🦀yl9p', moved = 2, more = { rule = 'HS101', line = 0, text = '17' } },
  { keys = 'ggyyP', moved = 3 },
  { keys = 'ggdGu', moved = 3 },
  { keys = 'gg3dd', moved = 0 },
}

local pieces = { 'a', ' 🎏', '“', '”', 'é', '\n', '\n\n', ' 31 boats sank.', 'e\u{301}', '👩‍👩‍👧', ' reportedly ', '—', '', '', '' }

--- Changes the draft somewhere: takes out up to five characters of a line or two, and puts a piece in.
local function change_somewhere(client, random)
  local function place(line)
    local text = client.line(line)
    return vim.str_byteindex(text, 'utf-32', random(vim.str_utfindex(text, 'utf-32') + 1) - 1)
  end
  local count = vim.api.nvim_buf_line_count(client.buffer)
  local line = random(count) - 1
  local start, stop, last = place(line), nil, line
  if random(6) == 1 and line + 1 < count then
    last, stop = line + 1, place(line + 1)
  else
    local text = client.line(line)
    local from = vim.str_utfindex(text, 'utf-32', start)
    stop = vim.str_byteindex(text, 'utf-32', math.min(from + random(6) - 1, vim.str_utfindex(text, 'utf-32')))
  end
  vim.api.nvim_buf_set_text(client.buffer, line, start, last, stop, vim.split(pieces[random(#pieces)], '\n'))
end

return function(client, expected)
  for _, step in ipairs(steps) do
    type_keys(step.keys)
    client.eventually_same(client.findings, client.fresh_findings(), ('after “%s” the findings are those of the text'):format(step.keys))
    local found = client.marks(client.findings())
    local function holds(mark)
      return vim.iter(found):any(function(other)
        return vim.deep_equal(other, mark)
      end)
    end
    for _, mark in ipairs(expected.findings) do
      local moved = { rule = mark.rule, line = mark.line + step.moved, text = mark.text }
      client.expect(holds(moved), ('after “%s”: %s in %s'):format(step.keys, vim.inspect(moved), vim.inspect(found)))
    end
    client.expect(not step.more or holds(step.more), ('after “%s”: %s in %s'):format(step.keys, vim.inspect(step.more), vim.inspect(found)))
  end

  -- Neovim works out by itself what to send of a change; any change must leave the server with the same text.
  math.randomseed(7)
  for round = 1, 12 do
    for _ = 1, 10 do
      change_somewhere(client, math.random)
      vim.wait(5)
    end
    client.eventually_same(client.findings, client.fresh_findings(), ('after %d changes the findings are those of the text'):format(round * 10))
  end
  vim.cmd('silent undo 0')
  client.eventually_same(function()
    return client.marks(client.findings())
  end, expected.findings, 'the draft as it was')
end
