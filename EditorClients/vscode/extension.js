// @ts-check
'use strict';
// Starts the server, keeps it told of the open drafts, and shows what it says. No package beside the editor's own API.
const vscode = require('vscode');
const { Connection } = require('./connection.js');
const convert = require('./convert.js');
const { register } = require('./providers.js');

const languages = ['markdown', 'plaintext', 'html', 'latex', 'asciidoc', 'restructuredtext', 'org'];
const drafts = ['file', 'untitled'].flatMap(scheme => languages.map(language => ({ language, scheme })))
  .concat([{ scheme: 'file', pattern: '**/hearsay.sources.jsonc' }, { scheme: 'file', pattern: '**/.hearsay.jsonc' }].map(one => /** @type {any} */ (one)));
// As the server's legend has them; the editor wants to know before there is a server.
const legend = { tokenTypes: ['string', 'class', 'keyword', 'modifier', 'number'] };
const mostRestarts = 3;

class Client {
  /** @param {import('vscode').OutputChannel} output @param {import('vscode').DiagnosticCollection} marks @param {import('vscode').LanguageStatusItem} status */
  constructor(output, marks, status) {
    this.output = output;
    this.marks = marks;
    this.status = status;
    /** @type {Connection | undefined} */ this.connection = undefined;
    this.isReady = false;
    /** @type {number[]} */ this.ends = [];
    /** @type {Map<string, import('vscode').Disposable>} */ this.watchers = new Map();
    /** @type {Map<string, import('vscode').Disposable>} */ this.commands = new Map();
  }

  get settings() { return vscode.workspace.getConfiguration('hearsay'); }

  /** @param {import('vscode').TextDocument} document */
  isDraft(document) { return vscode.languages.match(drafts, document) > 0; }

  async start() {
    const folders = vscode.workspace.workspaceFolders || [];
    const command = this.settings.get('path', 'hearsay');
    this.show('$(sync~spin)', 'starting');
    const connection = new Connection(command, this.settings.get('arguments', ['server']), folders[0] && folders[0].uri.scheme === 'file' ? folders[0].uri.fsPath : undefined, {
      requests: (method, params) => this.answer(method, params),
      notifications: (method, params) => this.take(method, params),
      left: problem => this.left(problem),
      said: text => this.output.append(text),
    });
    this.connection = connection;
    const result = await connection.request('initialize', {
      processId: process.pid, clientInfo: { name: 'Visual Studio Code', version: vscode.version }, trace: this.settings.get('trace', 'off'),
      rootUri: folders[0] ? folders[0].uri.toString() : null,
      workspaceFolders: folders.map(folder => ({ uri: folder.uri.toString(), name: folder.name })),
      initializationOptions: { inlayHints: this.settings.get('inlayHints', false) },
      capabilities,
    });
    connection.notify('initialized', {});
    this.isReady = true;
    for (const name of result.capabilities.executeCommandProvider.commands) this.offer(name);
    for (const document of vscode.workspace.textDocuments) this.open(document);
    this.show('$(check)', `${result.serverInfo.name} ${result.serverInfo.version}`);
  }

  async stop() {
    this.isReady = false;
    for (const watcher of this.watchers.values()) watcher.dispose();
    this.watchers.clear();
    if (this.connection) await this.connection.leave();
    this.marks.clear();
  }

  /** @param {string} problem */
  left(problem) {
    const wasReady = this.isReady;
    this.isReady = false;
    this.marks.clear();
    this.output.appendLine(problem);
    this.show('$(error)', problem, vscode.LanguageStatusSeverity.Error);
    this.ends = [...this.ends.filter(time => Date.now() - time < 60000), Date.now()];
    if (wasReady && this.ends.length <= mostRestarts) {
      this.start().catch(error => this.output.appendLine(String(error)));
    } else {
      this.complain(wasReady ? `The server has ended ${this.ends.length} times within a minute.` : problem);
    }
  }

  /** @param {string} problem */
  async complain(problem) {
    const isMissing = problem.includes('ENOENT');
    const message = isMissing
      ? `Hearsay: the program “${this.settings.get('path', 'hearsay')}” is not there. Put it on your PATH, or name it in the setting hearsay.path.`
      : `Hearsay: ${problem}`;
    const choice = await vscode.window.showErrorMessage(message, 'Settings', isMissing ? 'How to get it' : 'Log');
    if (choice === 'Settings') vscode.commands.executeCommand('workbench.action.openSettings', 'hearsay.path');
    if (choice === 'How to get it') vscode.commands.executeCommand('workbench.action.openWalkthrough', 'hearsay.hearsay#start');
    if (choice === 'Log') this.output.show();
  }

  /** @param {string} icon @param {string} detail @param {import('vscode').LanguageStatusSeverity} [severity] */
  show(icon, detail, severity = vscode.LanguageStatusSeverity.Information) {
    Object.assign(this.status, { name: 'Hearsay', text: `${icon} Hearsay`, detail, severity, command: { title: 'Log', command: 'hearsay.showLog' } });
  }

  // What the editor tells.

  /** @param {import('vscode').TextDocument} document */
  open(document) {
    if (!this.isReady || !this.isDraft(document) || !this.connection) return;
    const { languageId, version } = document;
    this.connection.notify('textDocument/didOpen', { textDocument: { uri: document.uri.toString(), languageId, version, text: document.getText() } });
  }

  /** @param {import('vscode').TextDocumentChangeEvent} event */
  change({ document, contentChanges }) {
    if (!this.isReady || !this.isDraft(document) || !this.connection || contentChanges.length === 0) return;
    this.connection.notify('textDocument/didChange', {
      textDocument: { uri: document.uri.toString(), version: document.version },
      contentChanges: contentChanges.map(change => ({ range: convert.fromRange(change.range), text: change.text })),
    });
  }

  /** @param {string} method @param {import('vscode').TextDocument} document */
  tell(method, document) {
    if (this.isReady && this.isDraft(document) && this.connection) this.connection.notify(method, { textDocument: { uri: document.uri.toString() } });
  }

  /** @param {string} method @param {any} params */
  notify(method, params) { if (this.isReady && this.connection) this.connection.notify(method, params); }

  /** @param {string} method @param {any} params @param {import('vscode').CancellationToken} [token] */
  async ask(method, params, token) {
    if (!this.isReady || !this.connection) return null;
    try {
      return await this.connection.request(method, params, token);
    } catch (error) {
      // An edit has overtaken the question, or the user has gone on.
      if (![-32800, -32801].includes(/** @type {any} */ (error).code)) this.output.appendLine(`${method}: ${error}`);
      return null;
    }
  }

  // What the server asks and tells.

  /** @param {string} method @param {any} params */
  async answer(method, params) {
    switch (method) {
      case 'workspace/configuration': return params.items.map(/** @param {any} item */ item => vscode.workspace.getConfiguration(item.section));
      case 'workspace/applyEdit': return { applied: await vscode.workspace.applyEdit(convert.workspaceEdit(params.edit)) };
      case 'window/showDocument': return { success: await this.showDocument(params) };
      case 'client/registerCapability':
        for (const one of params.registrations) if (one.method === 'workspace/didChangeWatchedFiles') this.watch(one);
        return null;
      case 'client/unregisterCapability':
        for (const one of params.unregisterations) {
          const watcher = this.watchers.get(one.id);
          if (watcher) watcher.dispose();
          this.watchers.delete(one.id);
        }
        return null;
      default: throw new Error(`no such request: ${method}`);
    }
  }

  /** @param {string} method @param {any} params */
  take(method, params) {
    switch (method) {
      case 'textDocument/publishDiagnostics': this.marks.set(vscode.Uri.parse(params.uri), params.diagnostics.map(convert.diagnostic)); break;
      case 'window/logMessage': this.output.appendLine(params.message); break;
      case '$/logTrace': this.output.appendLine([params.message, params.verbose].filter(Boolean).join(': ')); break;
      case 'window/showMessage': [vscode.window.showErrorMessage, vscode.window.showWarningMessage, vscode.window.showInformationMessage][Math.min(params.type, 3) - 1](params.message); break;
    }
  }

  /** @param {any} params */
  async showDocument({ uri, external, takeFocus, selection }) {
    const target = vscode.Uri.parse(uri);
    if (external) return vscode.env.openExternal(target);
    await vscode.window.showTextDocument(target, { preserveFocus: takeFocus === false, selection: selection && convert.range(selection) });
    return true;
  }

  /** @param {any} registration */
  watch({ id, registerOptions }) {
    /** @param {number} type */
    const tell = type => /** @param {import('vscode').Uri} uri */ uri => this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri.toString(), type }] });
    const watchers = registerOptions.watchers.map(/** @param {any} one */ one => {
      const watcher = vscode.workspace.createFileSystemWatcher(one.globPattern);
      watcher.onDidCreate(tell(1));
      watcher.onDidChange(tell(2));
      watcher.onDidDelete(tell(3));
      return watcher;
    });
    this.watchers.set(id, { dispose: () => watchers.forEach(/** @param {any} one */ one => one.dispose()) });
  }

  // Commands.

  /** Makes a command of the server one of the editor; by itself it is about the draft in front. @param {string} name */
  offer(name) {
    if (this.commands.has(name)) return;
    this.commands.set(name, vscode.commands.registerCommand(name, async (...given) => {
      if (!this.isReady) return void vscode.window.showWarningMessage('Hearsay: the server is not running; the log says why.');
      const editor = vscode.window.activeTextEditor;
      const parameters = given.length > 0 ? given : editor ? [editor.document.uri.toString()] : [];
      const result = await this.ask('workspace/executeCommand', { command: name, arguments: parameters });
      if (name === 'hearsay.chain' && result) await this.showChain(result);
      return result;
    }));
  }

  /** @param {any} chain */
  async showChain(chain) {
    const content = `# Who tells this draft what\n\n\`\`\`mermaid\n${chain.mermaid}\n\`\`\`\n`;
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  }

  dispose() { for (const command of this.commands.values()) command.dispose(); }
}

const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { showDocument: { support: true } },
  workspace: {
    applyEdit: true, configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true }, executeCommand: {},
    didChangeConfiguration: {}, didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    synchronization: { didSave: true }, hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true, versionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source', 'source.fixAll'] } },
      isPreferredSupport: true, dataSupport: true, resolveSupport: { properties: ['edit'] },
    },
    completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } }, definition: {}, references: {}, documentHighlight: {},
    documentLink: { tooltipSupport: true }, rename: { prepareSupport: true }, documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeLens: {}, inlayHint: {}, callHierarchy: {},
    semanticTokens: { requests: { full: true }, tokenTypes: legend.tokenTypes, tokenModifiers: [], formats: ['relative'] },
  },
};

/** @type {Client | undefined} */
let client;

/** @param {import('vscode').ExtensionContext} context */
async function activate(context) {
  const output = vscode.window.createOutputChannel('Hearsay');
  const marks = vscode.languages.createDiagnosticCollection('hearsay');
  const status = vscode.languages.createLanguageStatusItem('hearsay', drafts);
  const own = client = new Client(output, marks, status);
  const restart = async () => { await own.stop(); own.ends = []; await own.start(); };
  const { workspace, commands, window } = vscode;
  const front = () => commands.executeCommand('setContext', 'hearsay.isDraft', !!window.activeTextEditor && own.isDraft(window.activeTextEditor.document));
  context.subscriptions.push(
    output, marks, status, own,
    workspace.onDidOpenTextDocument(document => own.open(document)),
    workspace.onDidChangeTextDocument(event => own.change(event)),
    workspace.onDidSaveTextDocument(document => own.tell('textDocument/didSave', document)),
    workspace.onDidCloseTextDocument(document => own.tell('textDocument/didClose', document)),
    workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      /** @param {import('vscode').WorkspaceFolder} folder */
      const sent = folder => ({ uri: folder.uri.toString(), name: folder.name });
      own.notify('workspace/didChangeWorkspaceFolders', { event: { added: added.map(sent), removed: removed.map(sent) } });
    }),
    workspace.onDidChangeConfiguration(event => {
      if (!event.affectsConfiguration('hearsay')) return;
      if (event.affectsConfiguration('hearsay.path') || event.affectsConfiguration('hearsay.arguments')) return void restart().catch(error => output.appendLine(String(error)));
      own.notify('$/setTrace', { value: own.settings.get('trace', 'off') });
      own.notify('workspace/didChangeConfiguration', { settings: null });
    }),
    window.onDidChangeActiveTextEditor(front),
    commands.registerCommand('hearsay.restart', restart),
    commands.registerCommand('hearsay.showLog', () => output.show()),
    ...register(drafts, (method, params, token) => own.ask(method, params, token), legend));
  // Before the server is there they say so, rather than not being found.
  for (const name of ['hearsay.chain', 'hearsay.fixAll', 'hearsay.showUnsupported', 'hearsay.showDeepestChain', 'hearsay.openReport']) own.offer(name);
  front();
  await own.start().catch(error => output.appendLine(String(error)));
}

async function deactivate() { if (client) await client.stop(); }

module.exports = { activate, deactivate };
