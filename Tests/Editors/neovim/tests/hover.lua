-- A hover says what a figure amounts to and who answers for it, at either end of its words.
return function(client, expected)
  for _, hover in ipairs(expected.hovers) do
    local start = client.column(hover.line, hover.at)
    for _, column in ipairs({ start, start + #hover.at - 1 }) do
      client.put_cursor(hover.line, column)
      local words, lit = client.hover()
      for _, part in ipairs(hover.says) do
        client.expect(words:find(part, 1, true), ('the hover of “%s” says “%s”, not only “%s”'):format(hover.at, part, words))
      end
      client.same(lit, hover.at, 'the hover lights up its words')
    end
  end
end
