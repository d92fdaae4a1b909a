if vim.g.loaded_hearsay then
  return
end
vim.g.loaded_hearsay = true

if vim.fn.has('nvim-0.7') == 0 then
  vim.notify('Hearsay needs Neovim 0.7 or newer', vim.log.levels.WARN)
  return
end
if vim.fn.has('nvim-0.11') == 0 then
  require('hearsay.older').enable()
  return
end

vim.lsp.enable('hearsay')

-- How findings look, in Hearsay's own namespaces: other servers keep what is set for them.
if vim.g.hearsay_display ~= false then
  vim.api.nvim_create_autocmd('LspAttach', {
    group = vim.api.nvim_create_augroup('hearsay', {}),
    callback = function(event)
      require('hearsay.display').set(event.data.client_id)
    end,
  })
end
