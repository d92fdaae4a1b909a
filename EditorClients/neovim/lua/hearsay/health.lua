local M = {}

--- What `:checkhealth hearsay` says.
function M.check()
  vim.health.start('hearsay')
  local program = vim.lsp.config.hearsay.cmd[1]
  if vim.fn.executable(program) == 0 then
    vim.health.error(('`%s` cannot be run'):format(program), {
      'Put `hearsay` on your PATH',
      "or say where it is, before the plugin is loaded: vim.g.hearsay_command = '/path/to/hearsay'",
    })
    return
  end
  local answer = vim.system({ program, '--version' }, { text = true }):wait()
  vim.health.ok(('%s: %s'):format(vim.fn.exepath(program), vim.trim(answer.stdout)))
  local clients = vim.lsp.get_clients({ name = 'hearsay' })
  vim.health.info(#clients > 0 and 'running' or 'not running: open a text or Markdown file')
end

return M
