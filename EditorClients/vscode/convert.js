// @ts-check
'use strict';
// The protocol's values as the editor's, and back.
const vscode = require('vscode');

const severities = [vscode.DiagnosticSeverity.Error, vscode.DiagnosticSeverity.Warning, vscode.DiagnosticSeverity.Information, vscode.DiagnosticSeverity.Hint];

/** @param {any} place */
const position = place => new vscode.Position(place.line, place.character);
/** @param {any} range */
const range = range => new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
/** @param {any} location */
const location = location => new vscode.Location(vscode.Uri.parse(location.uri), range(location.range));
/** @param {import('vscode').Position} place */
const fromPosition = place => ({ line: place.line, character: place.character });
/** @param {import('vscode').Range} range */
const fromRange = range => ({ start: fromPosition(range.start), end: fromPosition(range.end) });

/** The words of hovers are escaped by the server; links lead to the web alone. @param {any} content */
function markdown(content) {
  const text = new vscode.MarkdownString(content.value);
  text.isTrusted = false;
  text.supportHtml = false;
  return text;
}

/** Leads from a hover to the page on which all chains are drawn; it holds no word of the draft. @param {import('vscode').TextDocument} document */
function pageLink(document) {
  const text = new vscode.MarkdownString(`[Open the draft’s page](command:hearsay.openReport?${encodeURIComponent(JSON.stringify([document.uri.toString()]))})`);
  text.isTrusted = { enabledCommands: ['hearsay.openReport'] };
  return text;
}

/** @param {any} sent */
function diagnostic(sent) {
  const mark = new vscode.Diagnostic(range(sent.range), sent.message, severities[(sent.severity || 1) - 1]);
  mark.source = sent.source;
  mark.code = sent.codeDescription ? { value: sent.code, target: vscode.Uri.parse(sent.codeDescription.href) } : sent.code;
  mark.relatedInformation = (sent.relatedInformation || []).map(
    /** @param {any} related */ related => new vscode.DiagnosticRelatedInformation(location(related.location), related.message));
  return Object.assign(mark, { sent });
}

/** What the server sent of a mark, so that it knows it again. @param {import('vscode').Diagnostic} mark */
function fromDiagnostic(mark) {
  const known = /** @type {any} */ (mark).sent;
  if (known) return known;
  const code = mark.code && typeof mark.code === 'object' ? mark.code.value : mark.code;
  return { range: fromRange(mark.range), message: mark.message, source: mark.source, code };
}

/** @param {any} sent */
function workspaceEdit(sent) {
  const edit = new vscode.WorkspaceEdit();
  const changes = sent.documentChanges
    ? sent.documentChanges.map(/** @param {any} change */ change => [change.textDocument.uri, change.edits])
    : Object.entries(sent.changes || {});
  for (const [uri, edits] of changes) for (const one of edits) edit.replace(vscode.Uri.parse(uri), range(one.range), one.newText);
  return edit;
}

/** @param {any} sent */
function codeAction(sent) {
  const action = new vscode.CodeAction(sent.title, vscode.CodeActionKind.Empty.append(sent.kind || ''));
  if (sent.edit) action.edit = workspaceEdit(sent.edit);
  action.diagnostics = (sent.diagnostics || []).map(diagnostic);
  action.isPreferred = sent.isPreferred;
  return Object.assign(action, { sent });
}

/** @param {any} sent @returns {any} */
function symbol(sent) {
  const made = new vscode.DocumentSymbol(sent.name, sent.detail || '', sent.kind - 1, range(sent.range), range(sent.selectionRange));
  made.children = (sent.children || []).map(symbol);
  return made;
}

/** @param {any} sent */
function callItem(sent) {
  const item = new vscode.CallHierarchyItem(sent.kind - 1, sent.name, sent.detail || '', vscode.Uri.parse(sent.uri), range(sent.range), range(sent.selectionRange));
  return Object.assign(item, { sent });
}

module.exports = { position, range, location, fromPosition, fromRange, pageLink, markdown, diagnostic, fromDiagnostic, workspaceEdit, codeAction, symbol, callItem };
