'use strict';
// node --test extension.test.js, with HEARSAY_PROGRAM set: the extension, the real server, and a stand-in for the editor.
const test = require('node:test'), assert = require('node:assert'), Module = require('module'), fs = require('fs'), os = require('os'), path = require('path');
const { make } = require('./fake_vscode.js');

const editors = path.resolve(__dirname, '..'), extension = path.resolve(editors, '../../EditorClients/vscode');
const manifest = require(path.join(extension, 'package.json'));
const expected = JSON.parse(fs.readFileSync(path.join(editors, 'drafts/harbour.json'), 'utf8'));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hearsay-'));
const draft = path.join(folder, 'harbour.md');
fs.copyFileSync(path.join(editors, 'drafts/harbour.md'), draft);

let editor, running;
const load = Module._load;
Module._load = (name, ...rest) => name === 'vscode' ? editor.api : load(name, ...rest);
async function started(settings) {
  editor = make(settings, folder);
  for (const name of Object.keys(require.cache)) if (name.startsWith(extension)) delete require.cache[name];
  const made = require(path.join(extension, manifest.main));
  await made.activate({ subscriptions: [] });
  running = { deactivate() { running = undefined; return made.deactivate(); } };
  return running;
}
// A test that failed has left the server running, and node would wait for it.
test.afterEach(() => running && running.deactivate());
const settings = () => ({ 'hearsay.path': process.env.HEARSAY_PROGRAM, 'hearsay.arguments': ['server', '--no-ledger'] });
const marksOf = document => editor.state.marks.get(String(document.uri)) || [];

test('the manifest names what is there', async () => {
  const made = await started(settings());
  for (const { command } of manifest.contributes.commands) assert.ok(editor.state.commands.has(command), command);
  for (const { command } of manifest.contributes.menus.commandPalette) assert.ok(manifest.contributes.commands.some(one => one.command === command), command);
  for (const step of manifest.contributes.walkthroughs[0].steps) assert.ok(fs.existsSync(path.join(extension, step.media.markdown)), step.id);
  const schema = JSON.parse(fs.readFileSync(path.resolve(extension, '../../Protocol/settings.schema.json'), 'utf8')).properties;
  const own = ['path', 'arguments', 'trace', 'inlayHints'];
  for (const [key, value] of Object.entries(manifest.contributes.configuration.properties)) {
    const name = key.replace('hearsay.', '');
    assert.ok(own.includes(name) || schema[name], `${key} is no key of a settings file`);
    assert.ok(value.description || value.markdownDescription, `${key} has no description`);
  }
  await made.deactivate();
});

test('marks, hovers and fixes lie on their words', async () => {
  const made = await started(settings());
  const document = editor.open(draft, 'markdown');
  await editor.until(() => marksOf(document).length === expected.findings.length, 'marks');
  assert.deepStrictEqual(marksOf(document).map(mark => [mark.code.value, mark.range.start.line, document.words(mark.range)]), expected.findings.map(one => [one.rule, one.line, one.text]));
  assert.deepStrictEqual(editor.state.statuses.map(one => one.name), ['Hearsay']);
  assert.match(editor.state.statuses[0].detail, /^hearsay \d/);
  const { Hover, CodeActions } = editor.state.providers;
  const hover = await Hover.provideHover(document, marksOf(document)[0].range.start);
  assert.strictEqual(document.words(hover.range), '4,200');
  const [words, link] = hover.contents;
  assert.strictEqual(words.isTrusted, false);
  assert.deepStrictEqual(link.isTrusted, { enabledCommands: ['hearsay.openReport'] });
  const [, command, given] = link.value.match(/\(command:([^?]+)\?([^)]+)\)/);
  assert.ok(editor.state.commands.has(command), command);
  assert.deepStrictEqual(JSON.parse(decodeURIComponent(given)), [String(document.uri)]);
  const fix = expected.fixes[0], mark = marksOf(document).find(one => document.words(one.range) === fix.at);
  const actions = await CodeActions.provideCodeActions(document, mark.range, { diagnostics: [mark], only: undefined });
  const action = actions.find(one => one.title === fix.title);
  editor.apply(action.edit);
  assert.ok(document.text.split('\n')[fix.line].includes(fix.after));
  await editor.until(() => marksOf(document).length && !marksOf(document).some(one => one.message === mark.message), 'the mark to go');
  const all = await CodeActions.provideCodeActions(document, mark.range, { diagnostics: [], only: { value: 'source.fixAll' } });
  for (const one of all) assert.ok((await CodeActions.resolveCodeAction(one)).edit, one.title);
  await made.deactivate();
});

test('lenses lead to their places, and commands do without them', async () => {
  const made = await started(settings());
  const document = editor.open(draft, 'markdown');
  const lenses = await editor.state.providers.CodeLens.provideCodeLenses(document);
  const lens = lenses.find(one => one.command.command === 'hearsay.showUnsupported');
  await editor.state.commands.get(lens.command.command)(...lens.command.arguments);
  await editor.until(() => editor.state.shown.length > 0, 'the place');
  assert.ok(document.words(editor.state.shown[0].options.selection).startsWith('4,200'));
  await editor.state.commands.get('hearsay.chain')();
  assert.match((await editor.state.shown.at(-1).target).content, /```mermaid\nflowchart/);
  const outline = await editor.state.providers.DocumentSymbol.provideDocumentSymbols(document);
  assert.deepStrictEqual(outline[0].children.map(one => document.words(one.range)), ['4,200 gulls', '310 boats', '12 boats']);
  const [item] = await editor.state.providers.CallHierarchy.prepareCallHierarchy(document, marksOf(document).length ? outline[0].children[1].range.start : outline[0].children[1].range.start);
  const [call] = await editor.state.providers.CallHierarchy.provideCallHierarchyOutgoingCalls(item);
  assert.strictEqual(document.words(call.to.range), 'the Ellery Courier');
  await made.deactivate();
});

test('settings are asked for, and hold', async () => {
  const made = await started({ ...settings(), 'hearsay.rules': { HS101: 'off' } });
  const document = editor.open(draft, 'markdown');
  await editor.until(() => marksOf(document).length === expected.findings.length - 1, 'marks without HS101');
  editor.set({ 'hearsay.rules': { HS1: 'off', HS2: 'off' } });
  await editor.until(() => marksOf(document).length && marksOf(document).every(mark => !/^HS[12]/.test(mark.code.value)), 'fewer marks');
  editor.open(draft, 'python');
  await made.deactivate();
});

test('a program is found by its name on the PATH', async () => {
  const folders = process.env.PATH;
  fs.symlinkSync(process.env.HEARSAY_PROGRAM, path.join(folder, 'hearsay'));
  process.env.PATH = `${folder}${path.delimiter}${folders}`;
  try {
    const made = await started({});
    const document = editor.open(draft, 'markdown');
    await editor.until(() => marksOf(document).length === expected.findings.length, 'marks');
    await made.deactivate();
  } finally {
    process.env.PATH = folders;
  }
});

test('a program that is not there is said so, and what to do', async () => {
  const made = await started({ 'hearsay.path': path.join(folder, 'nothing') });
  await editor.until(() => editor.state.messages.length > 0, 'a message');
  const [message] = editor.state.messages;
  assert.match(message.text, /is not there\. Put it on your PATH, or name it in the setting hearsay\.path/);
  assert.deepStrictEqual(message.choices, ['Settings', 'How to get it']);
  assert.strictEqual(editor.state.statuses[0].severity, editor.api.LanguageStatusSeverity.Error);
  await editor.state.commands.get('hearsay.showUnsupported')();
  assert.strictEqual(editor.state.messages.at(-1).kind, 'warning');
  await made.deactivate();
});
