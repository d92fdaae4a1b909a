" Hearsay for Vim with ALE (https://github.com/dense-analysis/ale), which starts the server and shows what it says.
if exists('g:loaded_hearsay') | finish | endif
let g:loaded_hearsay = 1

let g:hearsay_executable = get(g:, 'hearsay_executable', 'hearsay')
" ALE counts columns in bytes; without this its edits would land in the wrong place behind a curly quotation mark.
let g:hearsay_arguments = get(g:, 'hearsay_arguments', ['server', '--position-encoding', 'utf-8'])

" The language ids of the server by Vim's file types.
let s:languages = {'markdown': 'markdown', 'text': 'plaintext', 'html': 'html', 'tex': 'latex', 'asciidoc': 'asciidoc', 'rst': 'restructuredtext', 'org': 'org'}

function! HearsayRoot(buffer) abort
  let l:folder = fnamemodify(bufname(a:buffer), ':p:h')
  for l:name in ['.hearsay.jsonc', 'hearsay.sources.jsonc']
    let l:found = findfile(l:name, l:folder . ';')
    if !empty(l:found) | return fnamemodify(l:found, ':p:h') | endif
  endfor
  " Without a root ALE starts no server.
  return l:folder
endfunction

function! s:Define() abort
  for [l:type, l:language] in items(s:languages)
    call ale#linter#Define(l:type, {
    \   'name': 'hearsay',
    \   'lsp': 'stdio',
    \   'executable': {buffer -> g:hearsay_executable},
    \   'command': {buffer -> join(['%e'] + map(copy(g:hearsay_arguments), 'ale#Escape(v:val)'))},
    \   'project_root': function('HearsayRoot'),
    \   'language': l:language,
    \ })
  endfor
endfunction

" ALE may come later in the order of plugins.
augroup hearsay
  autocmd!
  autocmd VimEnter * if exists('*ale#linter#Define') || !empty(globpath(&runtimepath, 'autoload/ale/linter.vim')) | call s:Define() | endif
augroup END
if v:vim_did_enter | call s:Define() | endif
