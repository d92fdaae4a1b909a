if vim.g.loaded_hearsay then
  return
end
vim.g.loaded_hearsay = true

if vim.fn.has('nvim-0.11') == 0 then
  vim.notify_once('Hearsay needs Neovim 0.11 or newer', vim.log.levels.WARN)
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
