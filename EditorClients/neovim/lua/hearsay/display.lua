local severity = vim.diagnostic.severity
local M = {}

local function with_rule(diagnostic)
  return ('%s %s'):format(diagnostic.code, diagnostic.message)
end

M.options = {
  underline = true,
  -- Prose is wrapped: lines of their own would begin far right, under the finding's column.
  virtual_text = { prefix = '●', spacing = 2, format = with_rule },
  virtual_lines = false,
  severity_sort = true,
  signs = {
    text = {
      [severity.ERROR] = '▲',
      [severity.WARN] = '▲',
      [severity.INFO] = '●',
      [severity.HINT] = '·',
    },
  },
  float = { border = 'rounded', header = '', format = with_rule, suffix = '' },
}

--- Sets how the findings of a client look, if it is Hearsay.
---@param client_id integer
function M.set(client_id)
  local client = vim.lsp.get_client_by_id(client_id)
  if not client or client.name ~= 'hearsay' then
    return
  end
  for _, is_pull in ipairs({ true, false }) do
    vim.diagnostic.config(M.options, vim.lsp.diagnostic.get_namespace(client_id, is_pull))
  end
end

return M
