-- A quick fix changes the words in their place, the finding goes or says something else, and undo takes it back.
return function(client, expected)
  local before = client.findings()
  for _, fix in ipairs(expected.fixes) do
    local line = client.line(fix.line)
    client.put_cursor(fix.line, client.column(fix.line, fix.at))
    client.fix(fix.title)
    local start = line:find(fix.before, 1, true)
    local fixed = line:sub(1, start - 1) .. fix.after .. line:sub(start + #fix.before)
    client.eventually_same(function()
      return client.line(fix.line)
    end, fixed, fix.title)
    client.eventually('the findings follow: ' .. fix.title, function()
      return not vim.deep_equal(client.findings(), before)
    end)
    client.eventually_same(client.findings, client.fresh_findings(), 'the findings are those of the new text')

    vim.cmd('undo')
    client.same(client.line(fix.line), line, 'undo takes the fix back')
    client.eventually_same(client.findings, before, 'the findings come back')
  end
end
