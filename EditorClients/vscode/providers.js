// @ts-check
'use strict';
// What the editor asks for, each question passed on to the server.
const vscode = require('vscode');
const convert = require('./convert.js');

/** @param {import('vscode').TextDocument} document */
const named = document => ({ textDocument: { uri: document.uri.toString() } });
/** @param {import('vscode').TextDocument} document @param {import('vscode').Position} place */
const at = (document, place) => ({ ...named(document), position: convert.fromPosition(place) });

/**
 * @param {import('vscode').DocumentSelector} drafts
 * @param {(method: string, params: any, token?: import('vscode').CancellationToken) => Promise<any>} ask answers null where there is no server, or no answer
 * @param {{ tokenTypes: string[] }} legend
 * @returns {import('vscode').Disposable[]}
 */
function register(drafts, ask, legend) {
  const { languages } = vscode;
  const list = /** @param {any} found @param {(one: any) => any} make */ (found, make) => (found || []).map(make);
  return [
    languages.registerHoverProvider(drafts, {
      async provideHover(document, place, token) {
        const hover = await ask('textDocument/hover', at(document, place), token);
        return hover ? new vscode.Hover([convert.markdown(hover.contents), convert.pageLink(document)], hover.range && convert.range(hover.range)) : undefined;
      },
    }),
    languages.registerCodeActionsProvider(drafts, {
      async provideCodeActions(document, range, context, token) {
        const only = context.only ? [context.only.value] : undefined;
        const diagnostics = context.diagnostics.filter(mark => mark.source === 'hearsay').map(convert.fromDiagnostic);
        const params = { ...named(document), range: convert.fromRange(range), context: { diagnostics, only } };
        return list(await ask('textDocument/codeAction', params, token), convert.codeAction);
      },
      async resolveCodeAction(action, token) {
        const sent = /** @type {any} */ (action).sent;
        if (action.edit || !sent.data) return action;
        const resolved = await ask('codeAction/resolve', sent, token);
        return resolved ? convert.codeAction(resolved) : action;
      },
    }, { providedCodeActionKinds: ['quickfix', 'refactor', 'source.fixAll.hearsay'].map(kind => vscode.CodeActionKind.Empty.append(kind)) }),
    languages.registerCodeLensProvider(drafts, {
      async provideCodeLenses(document, token) {
        return list(await ask('textDocument/codeLens', named(document), token), lens => new vscode.CodeLens(convert.range(lens.range), lens.command));
      },
    }),
    languages.registerDefinitionProvider(drafts, {
      async provideDefinition(document, place, token) { return list(await ask('textDocument/definition', at(document, place), token), convert.location); },
    }),
    languages.registerReferenceProvider(drafts, {
      async provideReferences(document, place, context, token) {
        return list(await ask('textDocument/references', { ...at(document, place), context }, token), convert.location);
      },
    }),
    languages.registerDocumentHighlightProvider(drafts, {
      async provideDocumentHighlights(document, place, token) {
        return list(await ask('textDocument/documentHighlight', at(document, place), token), one => new vscode.DocumentHighlight(convert.range(one.range)));
      },
    }),
    languages.registerRenameProvider(drafts, {
      async provideRenameEdits(document, place, newName, token) {
        const edit = await ask('textDocument/rename', { ...at(document, place), newName }, token);
        return edit ? convert.workspaceEdit(edit) : undefined;
      },
      async prepareRename(document, place, token) {
        const range = await ask('textDocument/prepareRename', at(document, place), token);
        if (!range) throw new Error('Nothing that has a name stands here.');
        return convert.range(range);
      },
    }),
    languages.registerDocumentSymbolProvider(drafts, {
      async provideDocumentSymbols(document, token) { return list(await ask('textDocument/documentSymbol', named(document), token), convert.symbol); },
    }),
    languages.registerDocumentLinkProvider(drafts, {
      async provideDocumentLinks(document, token) {
        return list(await ask('textDocument/documentLink', named(document), token), link =>
          Object.assign(new vscode.DocumentLink(convert.range(link.range), vscode.Uri.parse(link.target)), { tooltip: link.tooltip }));
      },
    }),
    languages.registerCompletionItemProvider(drafts, {
      async provideCompletionItems(document, place, token) {
        const found = await ask('textDocument/completion', at(document, place), token);
        return new vscode.CompletionList(list(found && found.items, one => {
          const item = new vscode.CompletionItem(one.label, one.kind - 1);
          Object.assign(item, { detail: one.detail, sortText: one.sortText, filterText: one.filterText });
          item.range = convert.range(one.textEdit.range);
          item.insertText = one.textEdit.newText;
          if (one.documentation) item.documentation = convert.markdown(one.documentation);
          return item;
        }), found ? found.isIncomplete : false);
      },
    }, '@', ':', '{', ',', '`'),
    languages.registerInlayHintsProvider(drafts, {
      async provideInlayHints(document, range, token) {
        const found = await ask('textDocument/inlayHint', { ...named(document), range: convert.fromRange(range) }, token);
        return list(found, one => Object.assign(new vscode.InlayHint(convert.position(one.position), one.label), { paddingLeft: one.paddingLeft }));
      },
    }),
    languages.registerDocumentSemanticTokensProvider(drafts, {
      async provideDocumentSemanticTokens(document, token) {
        const tokens = await ask('textDocument/semanticTokens/full', named(document), token);
        return tokens ? new vscode.SemanticTokens(new Uint32Array(tokens.data), tokens.resultId) : undefined;
      },
    }, new vscode.SemanticTokensLegend(legend.tokenTypes)),
    languages.registerCallHierarchyProvider(drafts, {
      async prepareCallHierarchy(document, place, token) { return list(await ask('textDocument/prepareCallHierarchy', at(document, place), token), convert.callItem); },
      async provideCallHierarchyIncomingCalls(item, token) {
        const found = await ask('callHierarchy/incomingCalls', { item: /** @type {any} */ (item).sent }, token);
        return list(found, call => new vscode.CallHierarchyIncomingCall(convert.callItem(call.from), call.fromRanges.map(convert.range)));
      },
      async provideCallHierarchyOutgoingCalls(item, token) {
        const found = await ask('callHierarchy/outgoingCalls', { item: /** @type {any} */ (item).sent }, token);
        return list(found, call => new vscode.CallHierarchyOutgoingCall(convert.callItem(call.to), call.fromRanges.map(convert.range)));
      },
    }),
  ];
}

module.exports = { register };
