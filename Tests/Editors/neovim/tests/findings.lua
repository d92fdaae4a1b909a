-- Findings lie on the words that they speak of, are drawn there, and link to their rule.

local function has_rule(finding, mark)
  return finding.rule == mark.rule or vim.list_contains(mark.alternatives or {}, finding.rule)
end

local function drawn(client, diagnostic, marks)
  return vim.iter(marks):any(function(mark)
    local range = { lnum = mark[2], col = mark[3], end_lnum = mark[4].end_row, end_col = mark[4].end_col }
    return client.text(range) == client.text(diagnostic) and mark[2] == diagnostic.lnum and mark[3] == diagnostic.col
  end)
end

return function(client, expected)
  local findings = client.findings()
  for _, mark in ipairs(expected.findings) do
    local column = mark.utf16 and vim.str_byteindex(client.line(mark.line), 'utf-16', mark.utf16)
    client.expect(
      vim.iter(findings):any(function(finding)
        return has_rule(finding, mark)
          and finding.line == mark.line
          and finding.text == mark.text
          and (not column or finding.column == column)
      end),
      ('%s marks “%s” in line %d; found %s'):format(mark.rule, mark.text, mark.line, vim.inspect(findings))
    )
  end
  if expected.is_complete then
    client.expect(#findings == #expected.findings, 'nothing else is marked: ' .. vim.inspect(findings))
  end

  for _, diagnostic in ipairs(vim.diagnostic.get(client.buffer)) do
    local name = ('%s at %d:%d'):format(diagnostic.code, diagnostic.lnum, diagnostic.col)
    local link = vim.tbl_get(diagnostic, 'user_data', 'lsp', 'codeDescription', 'href')
    client.expect(link and vim.endswith(link, diagnostic.code), name .. ' links to its rule')
    client.expect(diagnostic.source == 'hearsay', name .. ' names its origin')

    local space = vim.diagnostic.get_namespace(diagnostic.namespace).user_data
    local underlines = vim.api.nvim_buf_get_extmarks(client.buffer, space.underline_ns, 0, -1, { details = true })
    client.expect(drawn(client, diagnostic, underlines), name .. ' is underlined')
    local line = { diagnostic.lnum, 0 }
    local texts = vim.api.nvim_buf_get_extmarks(client.buffer, space.virt_text_ns, line, { diagnostic.lnum, -1 }, { details = true })
    client.expect(#texts == 1, name .. ': its line says what is wrong')
    client.expect(#vim.api.nvim_buf_get_extmarks(client.buffer, space.sign_ns, line, { diagnostic.lnum, -1 }, {}) > 0, name .. ' has a sign')
  end
end
