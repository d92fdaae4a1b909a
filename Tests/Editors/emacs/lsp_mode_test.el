;;; lsp_mode_test.el --- lsp-mode with the configuration as it is shipped -*- lexical-binding: t -*-
;; HEARSAY_PROGRAM=... emacs -Q --batch -l lsp_mode_test.el -f ert-run-tests-batch-and-exit
(load (expand-file-name "support.el" (file-name-directory load-file-name)))
(load "lsp-mode-autoloads" t t)
(require 'lsp-mode)
(require 'lsp-diagnostics)
(require 'markdown-mode)
(setq lsp-session-file (make-temp-name (expand-file-name "hearsay-session" temporary-file-directory)) lsp-auto-guess-root t lsp-keep-workspace-alive nil
      lsp-restart 'ignore lsp-enable-file-watchers nil lsp-diagnostics-provider :flymake
      lsp-enable-suggest-server-download nil lsp-idle-delay 0.05 lsp-debounce-full-sync-notifications nil
      lsp-headerline-breadcrumb-enable nil lsp-modeline-workspace-status-enable nil
      lsp-modeline-code-actions-enable nil lsp-modeline-diagnostics-enable nil)
(require 'hearsay)
(setq hearsay-command (list (getenv "HEARSAY_PROGRAM") "server" "--no-settings" "--no-ledger"))

(defun hearsay-marks () (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics t)))

(defun hearsay-marked (mark)
  (let ((range (lsp:diagnostic-range mark)))
    (buffer-substring-no-properties
     (lsp--position-to-point (lsp:range-start range)) (lsp--position-to-point (lsp:range-end range)))))

(ert-deftest hearsay-lsp-mode ()
  (let ((draft (hearsay-copy)))
    (with-current-buffer (find-file-noselect draft)
      (switch-to-buffer (current-buffer))
      (markdown-mode)
      (lsp-workspace-folders-add (file-name-directory draft))
      (lsp)
      (should (hearsay-wait (lambda () (= (length (hearsay-marks)) (length hearsay-words)))))
      (should (equal (mapcar #'hearsay-marked (hearsay-marks)) hearsay-words))
      (goto-char (point-min))
      (search-forward "4,200")
      (goto-char (match-beginning 0))
      (let ((hover (lsp-request "textDocument/hover" (lsp--text-document-position-params))))
        (should (string-match-p "No source is given for" (lsp--render-on-hover-content (lsp:hover-contents hover) t))))
      (let ((action (cl-find-if (lambda (one) (string-match-p "TK source" (lsp:code-action-title one)))
                                (lsp-code-actions-at-point))))
        (should action)
        (lsp-execute-code-action action))
      (goto-char (point-min))
      (should (hearsay-wait (lambda () (goto-char (point-min)) (search-forward "4,200 [TK source] gulls" nil t))))
      (set-buffer-modified-p nil))))
