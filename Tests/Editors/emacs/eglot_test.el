;;; eglot_test.el --- eglot with the configuration as it is shipped -*- lexical-binding: t -*-
;; HEARSAY_PROGRAM=... emacs -Q --batch -l eglot_test.el -f ert-run-tests-batch-and-exit
(load (expand-file-name "support.el" (file-name-directory load-file-name)))
(require 'eglot)
(require 'flymake)
(require 'markdown-mode)
(require 'hearsay)
(setq hearsay-command (list (getenv "HEARSAY_PROGRAM") "server" "--no-settings" "--no-ledger")
      eglot-sync-connect 20 eglot-autoshutdown t eglot-send-changes-idle-time 0.05
      eglot-confirm-server-initiated-edits nil flymake-no-changes-timeout 0.1)

(defun hearsay-marks ()
  (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))

(defun hearsay-marked (mark)
  (buffer-substring-no-properties (flymake-diagnostic-beg mark) (flymake-diagnostic-end mark)))

(ert-deftest hearsay-eglot ()
  (with-current-buffer (find-file-noselect (hearsay-copy))
    (set-window-buffer (selected-window) (current-buffer))
    (markdown-mode)
    ;; In batch `eglot-ensure' never fires.
    (apply #'eglot (eglot--guess-contact))
    (should (hearsay-wait #'eglot-current-server))
    (flymake-start)
    (should (hearsay-wait (lambda () (= (length (hearsay-marks)) (length hearsay-words)))))
    (should (equal (mapcar #'hearsay-marked (hearsay-marks)) hearsay-words))
    (let ((mark (car (hearsay-marks))) hover)
      (goto-char (flymake-diagnostic-beg mark))
      (eglot-hover-eldoc-function (lambda (text &rest _) (setq hover text)))
      (should (hearsay-wait (lambda () hover)))
      (should (string-match-p "No source is given for" hover))
      (let* ((actions (eglot-code-actions (flymake-diagnostic-beg mark) (flymake-diagnostic-end mark)))
             (action (cl-find-if (lambda (one) (string-match-p "TK source" (plist-get one :title))) actions)))
        (should action)
        (eglot--apply-workspace-edit (plist-get action :edit)))
      (goto-char (point-min))
      (should (search-forward "4,200 [TK source] gulls" nil t))
      ;; Edits go out from an idle timer, which never runs in batch.
      (eglot--signal-textDocument/didChange)
      ;; What stands behind the mark has changed: the server has read the edit.
      (should (hearsay-wait
               (lambda ()
                 (cl-some (lambda (mark) (string-match-p "for “4,200”" (flymake-diagnostic-text mark)))
                          (hearsay-marks))))))
    (set-buffer-modified-p nil)
    (eglot-shutdown (eglot-current-server))))
