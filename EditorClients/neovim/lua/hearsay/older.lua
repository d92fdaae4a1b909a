-- How Neovim 0.7 to 0.10 start Hearsay: they read no `lsp/hearsay.lua` by themselves.
local M = {}

local clients = {}

local function root(path, markers)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  local above = folder
  repeat
    for _, marker in ipairs(markers) do
      if vim.fn.getftype(above .. '/' .. marker) ~= '' then
        return above
      end
    end
    local last = above
    above = vim.fn.fnamemodify(above, ':h')
  until above == last
  return folder
end

--- Starts the server for a draft, or has one that runs for its folder take it on.
function M.attach(buffer, config)
  local path = vim.api.nvim_buf_get_name(buffer)
  if path == '' or vim.fn.executable(config.cmd[1]) == 0 then
    return
  end
  local folder = root(path, config.root_markers)
  if not clients[folder] or vim.lsp.client_is_stopped(clients[folder]) then
    local capabilities = vim.tbl_deep_extend('force', vim.lsp.protocol.make_client_capabilities(), config.capabilities)
    clients[folder] = vim.lsp.start_client({ name = 'hearsay', cmd = config.cmd, root_dir = folder, capabilities = capabilities })
  end
  if clients[folder] then
    vim.lsp.buf_attach_client(buffer, clients[folder])
  end
end

function M.enable()
  local config = dofile(vim.api.nvim_get_runtime_file('lsp/hearsay.lua', false)[1])
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('hearsay', {}),
    pattern = config.filetypes,
    callback = function(event)
      M.attach(event.buf, config)
    end,
  })
end

return M
