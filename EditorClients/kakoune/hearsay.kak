# Hearsay for Kakoune: `lint` marks the lines of a draft and says what is wrong with them.

declare-option -docstring 'the program hearsay' str hearsay_program hearsay

hook global BufSetOption filetype=(?:markdown|plain|html|latex|asciidoc|restructuredtext|org) %{
    # The text comes from a copy elsewhere: its own name says which settings and ledger count.
    set-option buffer lintcmd "run() { '%opt{hearsay_program}' lint --format concise --columns bytes --quiet --stdin-filename ""$kak_buffile"" - < ""$1""; } && run"
}
