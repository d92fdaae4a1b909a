-- What is expected of a draft: the marks beside it, or an annotation of the gold set.
local M = {}

--- The figure of an annotated draft whose hover and quick fix are tried.
local function figure(gold, findings)
  local finding = vim.iter(findings):find(function(finding)
    return finding.rule == 'HS101'
  end)
  local quantity = vim.iter(gold.quantities):find(function(quantity)
    return quantity.text == finding.text
  end)
  local digits = ('%d'):format(quantity.value or quantity.low)
  local grouped = digits:reverse():gsub('(%d%d%d)', '%1,'):reverse():gsub('^,', '')
  return finding, grouped
end

local function from_gold(gold)
  local findings = {}
  for _, mark in ipairs(gold.diagnostics) do
    if mark.required then
      findings[#findings + 1] = {
        rule = mark.rule,
        alternatives = mark.alternatives,
        line = mark.range.start.line,
        text = mark.text,
        utf16 = mark.range.start.character,
      }
    end
  end
  local unsupported, value = figure(gold, findings)
  local chain = vim.iter(findings):find(function(finding)
    return finding.rule == 'HS302'
  end)
  local words = unsupported.text
  return {
    is_complete = false,
    findings = findings,
    hovers = {
      { line = unsupported.line, at = words, says = { 'HS101', value, 'attributed to nobody' } },
      { line = chain.line, at = chain.text, says = { 'HS302', 'Who says it', 'this draft', '← nobody named' } },
    },
    fixes = {
      {
        line = unsupported.line,
        at = words,
        title = ('Mark “%s” with [TK source]'):format(words),
        before = words,
        after = words .. ' [TK source]',
      },
    },
  }
end

--- Reads a file of marks. Lines count from 0; `utf16` is a column where it is noted.
function M.read(path)
  local value = vim.json.decode(vim.fn.readblob(path))
  if value.schema == 'hearsay-gold/1' then
    return from_gold(value)
  end
  value.is_complete = true
  return value
end

return M
