" Drives Vim with ALE and the plugin as it is shipped; HEARSAY_PROGRAM, DRAFT and OUTPUT are in the environment.
" Vim leaves when its input ends: it is given one that stays open.
set nocompatible noswapfile nomodeline hidden shortmess+=I nomore t_Co=8 encoding=utf-8
set runtimepath^=/usr/share/vim-ale
let s:plugin = expand('<sfile>:p:h:h:h:h') . '/EditorClients/vim'
execute 'set runtimepath^=' . fnameescape(s:plugin)
filetype plugin on
let g:hearsay_executable = $HEARSAY_PROGRAM
let g:hearsay_arguments = ['server', '--no-settings', '--no-ledger'] + (empty($HEARSAY_WRONG) ? ['--position-encoding', 'utf-8'] : [])
let g:ale_linters_explicit = 1
let g:ale_linters = {'markdown': ['hearsay']}
let g:ale_virtualtext_cursor = 0
let g:ale_hover_to_preview = 1
let g:ale_lint_delay = 20

let s:lines = []
let s:patience = empty($HEARSAY_WRONG) ? 400 : 60
let s:failed = 0
function! s:Check(holds, what) abort
  let s:failed += a:holds ? 0 : 1
  call add(s:lines, (a:holds ? 'ok   ' : 'FAIL ') . a:what)
endfunction

function! s:Wait(expression, what) abort
  let l:left = s:patience
  while l:left > 0 && !eval(a:expression) | sleep 50m | let l:left -= 1 | endwhile
  call s:Check(eval(a:expression), a:what)
endfunction

function! s:Run(timer) abort
  try
    execute 'edit' fnameescape($DRAFT)
    ALELint
    call s:Wait('len(getloclist(0)) == 7', 'all findings are listed')
    let l:found = map(copy(getloclist(0)), {_, one -> matchstr(getline(one.lnum), '\%' . one.col . 'c.*\%' . (one.end_col + 1) . 'c')})
    let l:expected = ['4,200', 'reportedly', 'experts', 'the Ellery Courier', '“guests of the town”', 'The newspaper', 'claims']
    call s:Check(l:found ==# l:expected, 'they lie on their words: ' . string(l:found))
    call s:Check(len(getmatches()) + len(prop_list(1, {'end_lnum': -1})) > 0, 'they are highlighted')
    call cursor(3, stridx(getline(3), '4,200') + 1)
    ALEHover
    call s:Wait('!empty(filter(range(1, winnr("$")), "getwinvar(v:val, ''&previewwindow'')"))', 'the hover opens')
    wincmd P
    call s:Check(join(getline(1, '$')) =~# 'No source is given for', 'it says what is wrong')
    pclose
    call cursor(3, stridx(getline(3), '4,200') + 1)
    call feedkeys("1\<CR>")
    ALECodeAction
    call s:Wait('getline(3) =~# "4,200 \\[TK source\\] gulls"', 'the fix stands in its place: ' . getline(3)[: 60])
  catch
    call s:Check(0, v:exception . ' at ' . v:throwpoint)
  endtry
  call writefile(s:lines, $OUTPUT)
  execute s:failed ? 'cquit! 1' : 'qall!'
endfunction
autocmd VimEnter * call timer_start(50, function('s:Run'))
