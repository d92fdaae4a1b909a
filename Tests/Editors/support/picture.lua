-- Neovim as it is in the picture: a person's settings, and the plugin as it is shipped.
vim.g.hearsay_command = vim.env.HEARSAY_PROGRAM
vim.opt.runtimepath:prepend(vim.env.HEARSAY_PLUGIN)
vim.o.background = 'dark'
vim.o.termguicolors = true
vim.o.number = true
vim.o.signcolumn = 'yes'
vim.o.swapfile = false
vim.o.ruler = false
vim.o.showmode = false
vim.o.showcmd = false
vim.o.laststatus = 2
vim.o.statusline = " %f %= %l:%c "
vim.o.fillchars = 'eob: '
vim.o.shortmess = vim.o.shortmess .. 'F'
vim.o.winborder = 'rounded'
vim.cmd.colorscheme('default')
-- As most terminals and colour schemes have it.
for name, color in pairs({ Warn = '#fce094', Info = '#8cf8f7', Hint = '#a6dbff' }) do
  vim.api.nvim_set_hl(0, 'DiagnosticUnderline' .. name, { undercurl = true, sp = color })
end
vim.keymap.set('n', 'K', function()
  vim.lsp.buf.hover({ anchor_bias = 'below' })
end)
