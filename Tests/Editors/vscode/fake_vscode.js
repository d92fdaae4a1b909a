'use strict';
// As much of the editor's API as the extension uses. What it does not know throws, so that a slip of the pen is seen.
const fs = require('fs'), url = require('url');

class Position { constructor(line, character) { Object.assign(this, { line, character }); } }
class Range {
  constructor(a, b, c, d) {
    this.start = typeof a === 'number' ? new Position(a, b) : a;
    this.end = typeof a === 'number' ? new Position(c, d) : b;
  }
}
class Uri {
  constructor(text) { this.text = text; const parsed = new URL(text); this.scheme = parsed.protocol.slice(0, -1); this.fsPath = this.scheme === 'file' ? url.fileURLToPath(parsed) : parsed.pathname; }
  static parse(text) { return new Uri(text); }
  static file(path) { return new Uri(url.pathToFileURL(path).href); }
  toString() { return this.text; }
}
const record = (...names) => class { constructor(...values) { names.forEach((name, index) => { this[name] = values[index]; }); } };
class WorkspaceEdit { constructor() { this.edits = []; } replace(uri, range, newText) { this.edits.push({ uri, range, newText }); } }
class Kind { constructor(value) { this.value = value; } append(part) { return new Kind(this.value ? `${this.value}.${part}` : part); } }
class Emitter {
  constructor() { this.listeners = []; this.event = listener => { this.listeners.push(listener); return { dispose() {} }; }; }
  fire(event) { for (const listener of this.listeners) listener(event); }
}
class Document {
  constructor(uri, languageId, text) { Object.assign(this, { uri, languageId, version: 1, text }); }
  getText() { return this.text; }
  offsetAt(place) { const lines = this.text.split('\n'); let offset = 0; for (let line = 0; line < place.line; line++) offset += lines[line].length + 1; return offset + place.character; }
  words(range) { return this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end)); }
}

function make(settings, folder) {
  const events = { open: new Emitter(), change: new Emitter(), save: new Emitter(), close: new Emitter(), settings: new Emitter(), folders: new Emitter(), front: new Emitter() };
  const state = { documents: [], marks: new Map(), providers: {}, commands: new Map(), messages: [], output: [], shown: [], statuses: [], executed: [] };
  const nothing = { dispose() {} };
  const strict = (object, name) => new Proxy(object, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || key === 'then') return target[key];
      throw new TypeError(`${name}.${String(key)} is not there`);
    },
  });
  const provider = name => (selector, one) => { state.providers[name] = one; return nothing; };
  const message = kind => (text, ...choices) => { state.messages.push({ kind, text, choices }); return Promise.resolve(undefined); };
  const match = (selector, document) => selector.some(one => (!one.language || one.language === document.languageId) && (!one.scheme || one.scheme === document.uri.scheme)
    && (!one.pattern || document.uri.fsPath.endsWith(one.pattern.slice(3)))) ? 10 : 0;
  const section = name => ({ get: (key, fallback) => settings[`${name}.${key}`] ?? fallback, ...Object.fromEntries(Object.entries(settings).filter(([key]) => key.startsWith(`${name}.`)).map(([key, value]) => [key.slice(name.length + 1), value])) });
  const window = strict({
    activeTextEditor: undefined,
    createOutputChannel: () => ({ append: text => state.output.push(text), appendLine: text => state.output.push(`${text}\n`), show: () => state.shown.push('log'), dispose() {} }),
    showErrorMessage: message('error'), showWarningMessage: message('warning'), showInformationMessage: message('information'),
    showTextDocument: async (target, options) => { state.shown.push({ target, options }); }, onDidChangeActiveTextEditor: events.front.event,
  }, 'window');
  const registered = ['Hover', 'CodeActions', 'CodeLens', 'Definition', 'Reference', 'DocumentHighlight', 'Rename', 'DocumentSymbol', 'DocumentLink', 'CompletionItem', 'InlayHints', 'DocumentSemanticTokens', 'CallHierarchy'];
  const api = strict({
    version: '1.96.0', Position, Range, Uri, WorkspaceEdit,
    Location: record('uri', 'range'), Diagnostic: record('range', 'message', 'severity'), DiagnosticRelatedInformation: record('location', 'message'),
    MarkdownString: record('value'), Hover: record('contents', 'range'), CodeAction: record('title', 'kind'), CodeLens: record('range', 'command'),
    DocumentHighlight: record('range'), DocumentSymbol: record('name', 'detail', 'kind', 'range', 'selectionRange'), DocumentLink: record('range', 'target'),
    CompletionItem: record('label', 'kind'), CompletionList: record('items', 'isIncomplete'), InlayHint: record('position', 'label'),
    SemanticTokens: record('data', 'resultId'), SemanticTokensLegend: record('tokenTypes'),
    CallHierarchyItem: record('kind', 'name', 'detail', 'uri', 'range', 'selectionRange'), CallHierarchyIncomingCall: record('from', 'fromRanges'), CallHierarchyOutgoingCall: record('to', 'fromRanges'),
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 }, LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
    CodeActionKind: { Empty: new Kind('') }, window, env: strict({ openExternal: async target => { state.shown.push({ target }); return true; } }, 'env'),
    commands: strict({
      registerCommand(name, run) { if (state.commands.has(name)) throw new Error(`${name} is registered already`); state.commands.set(name, run); return nothing; },
      executeCommand(name, ...given) { state.executed.push([name, ...given]); return state.commands.has(name) ? state.commands.get(name)(...given) : Promise.resolve(); },
    }, 'commands'),
    languages: strict({
      match, createLanguageStatusItem: () => { const item = { dispose() {} }; state.statuses.push(item); return item; },
      createDiagnosticCollection: () => ({ set(uri, marks) { state.marks.set(String(uri), marks); }, clear() { state.marks.clear(); }, dispose() {} }),
      ...Object.fromEntries(registered.map(name => [`register${name}Provider`, provider(name)])),
    }, 'languages'),
    workspace: strict({
      textDocuments: state.documents, workspaceFolders: [{ uri: Uri.file(folder), name: 'drafts', index: 0 }], getConfiguration: section,
      onDidOpenTextDocument: events.open.event, onDidChangeTextDocument: events.change.event, onDidSaveTextDocument: events.save.event,
      onDidCloseTextDocument: events.close.event, onDidChangeConfiguration: events.settings.event, onDidChangeWorkspaceFolders: events.folders.event,
      createFileSystemWatcher: () => ({ onDidCreate() {}, onDidChange() {}, onDidDelete() {}, dispose() {} }),
      applyEdit: async edit => { apply(edit); return true; }, openTextDocument: async ({ content }) => ({ content }),
    }, 'workspace'),
  }, 'vscode');
  function apply(edit) {
    for (const document of state.documents) {
      const edits = edit.edits.filter(one => String(one.uri) === String(document.uri)).sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
      for (const one of edits) document.text = document.text.slice(0, document.offsetAt(one.range.start)) + one.newText + document.text.slice(document.offsetAt(one.range.end));
      if (edits.length === 0) continue;
      document.version++;
      events.change.fire({ document, contentChanges: edits.map(one => ({ range: one.range, text: one.newText })) });
    }
  }
  const until = (holds, what, milliseconds = 20000) => new Promise((resolve, reject) => {
    const began = Date.now();
    const look = () => holds() ? resolve() : Date.now() - began > milliseconds ? reject(new Error(`waited in vain for ${what}`)) : setTimeout(look, 20);
    look();
  });
  function open(path, languageId) {
    const document = new Document(Uri.file(path), languageId, fs.readFileSync(path, 'utf8'));
    state.documents.push(document);
    window.activeTextEditor = { document };
    events.open.fire(document);
    return document;
  }
  function set(values) { Object.assign(settings, values); events.settings.fire({ affectsConfiguration: name => name === 'hearsay' || Object.keys(values).includes(name) }); }
  return { api, state, until, apply, open, set };
}

module.exports = { make };
