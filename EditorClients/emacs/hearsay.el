;;; hearsay.el --- Marks unsupported figures and chains of attribution  -*- lexical-binding: t -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: wp, tools

;;; Commentary:

;; Tells eglot and lsp-mode, whichever is there, how to start the language
;; server `hearsay'.  With eglot: M-x eglot in a draft, or
;;
;;   (add-hook 'markdown-mode-hook #'eglot-ensure)
;;
;; With lsp-mode: M-x lsp.

;;; Code:

(require 'cl-lib)

(defgroup hearsay nil
  "Figures that nobody answers for."
  :group 'text)

(defcustom hearsay-command '("hearsay" "server")
  "How the language server is started: the program and its arguments."
  :type '(repeat string))

(defconst hearsay-languages
  '((markdown-mode . "markdown") (gfm-mode . "markdown") (text-mode . "plaintext") (html-mode . "html")
    (mhtml-mode . "html") (latex-mode . "latex") (LaTeX-mode . "latex") (tex-mode . "latex") (adoc-mode . "asciidoc")
    (rst-mode . "restructuredtext") (org-mode . "org"))
  "The modes of drafts, with the server's names of their formats.")

(defvar eglot-server-programs)
(defvar lsp-language-id-configuration)
(declare-function lsp-register-client "lsp-mode")
(declare-function make-lsp-client "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(declare-function lsp-activate-on "lsp-mode")

(defun hearsay--command (&rest arguments)
  "The command line, with ARGUMENTS at its end."
  (append hearsay-command arguments))

(with-eval-after-load 'eglot
  (dolist (language hearsay-languages)
    (put (car language) 'eglot-language-id (cdr language)))
  (add-to-list 'eglot-server-programs (cons (mapcar #'car hearsay-languages) (lambda (&rest _) (hearsay--command)))))

(with-eval-after-load 'lsp-mode
  (dolist (language hearsay-languages)
    (add-to-list 'lsp-language-id-configuration language))
  (lsp-register-client
   (make-lsp-client
    ;; lsp-mode counts characters, whatever they take in UTF-16.
    :new-connection (lsp-stdio-connection (lambda () (hearsay--command "--position-encoding" "utf-32")))
    :activation-fn (apply #'lsp-activate-on (delete-dups (mapcar #'cdr hearsay-languages)))
    :add-on? t
    :priority -1
    :server-id 'hearsay)))

(provide 'hearsay)
;;; hearsay.el ends here
