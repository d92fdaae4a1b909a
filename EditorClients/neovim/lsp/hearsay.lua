-- How Neovim starts Hearsay. Override any field with `vim.lsp.config('hearsay', { ... })`.

--- The command line: `vim.g.hearsay_command` is the program, or the whole line as a list.
local function command()
  local set = vim.g.hearsay_command or 'hearsay'
  return type(set) == 'table' and set or { set, 'server' }
end

---@type vim.lsp.Config
return {
  cmd = command(),
  filetypes = { 'markdown', 'pandoc', 'quarto', 'rmd', 'text' },
  -- Neovim keeps the link to a rule's page with the finding (`user_data.lsp.codeDescription.href`) but does not ask for it.
  capabilities = { textDocument = { publishDiagnostics = { codeDescriptionSupport = true } } },
  root_markers = { '.hearsay.jsonc', '.git' },
}
