-- Hearsay for micro: its own linter plugin runs the program when a draft is saved, and on the command `lint`.
-- Put this into ~/.config/micro/init.lua, or add it to what stands there.
local program = "hearsay"

function init()
    local types = { "markdown", "unknown", "html", "tex", "asciidoc", "rst", "org" }
    for _, name in ipairs(types) do
        linter.makeLinter("hearsay-" .. name, name, program,
            { "lint", "--format", "concise", "--quiet", "%f" }, "%f:%l:%c: %a+: %m")
    end
end
