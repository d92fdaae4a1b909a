;;; support.el --- what the tests of both clients need -*- lexical-binding: t -*-
(dolist (folder (append (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa-src/*")
                        (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*")))
  (add-to-list 'load-path folder))
(require 'ert)
(require 'cl-lib)
(setq make-backup-files nil create-lockfiles nil auto-save-default nil)
(defconst hearsay-here (file-name-directory (or load-file-name buffer-file-name)))
(add-to-list 'load-path (expand-file-name "../../../EditorClients/emacs" hearsay-here))

(defconst hearsay-words
  '("4,200" "reportedly" "experts" "the Ellery Courier" "“guests of the town”" "The newspaper" "claims")
  "What is marked in the draft, in order.")

(defun hearsay-wait (holds)
  "Run the event loop until HOLDS answers something, for twenty seconds at most."
  (let ((end (+ (float-time) 20)) value)
    (while (and (not (setq value (funcall holds))) (< (float-time) end))
      (accept-process-output nil 0.05))
    value))

(defun hearsay-copy ()
  "The draft in a folder of its own."
  (let ((copy (expand-file-name "harbour.md" (make-temp-file "hearsay" t))))
    (copy-file (expand-file-name "../drafts/harbour.md" hearsay-here) copy)
    copy))
