-- The server leaves when it is asked to, and its marks with it.
return function(client)
  client.stop()
  client.eventually('no marks are left', function()
    return #vim.diagnostic.get(client.buffer) == 0
  end)
  client.expect(#vim.lsp.get_clients({ name = 'hearsay' }) == 0, 'Neovim has forgotten the server')
end
