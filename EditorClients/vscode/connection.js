// @ts-check
'use strict';
// JSON-RPC over the standard streams of a child process. Knows neither the editor nor the protocol's methods.
const { spawn } = require('child_process');

/** @typedef {{ requests: (method: string, params: any) => any, notifications: (method: string, params: any) => void, left: (problem: string) => void, said: (text: string) => void }} Listener */

class Connection {
  /** @param {string} command @param {string[]} parameters @param {string | undefined} folder @param {Listener} listener */
  constructor(command, parameters, folder, listener) {
    this.listener = listener;
    this.lastId = 0;
    this.bytes = Buffer.alloc(0);
    this.isOver = false;
    /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
    this.waiting = new Map();
    this.process = spawn(command, parameters, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    this.process.on('error', error => this.end(`${command} cannot be started: ${error.message}`));
    this.process.on('exit', code => this.end(`${command} has ended with status ${code}`));
    this.process.stdin.on('error', () => {});
    this.process.stderr.on('data', text => listener.said(String(text)));
    this.process.stdout.on('data', piece => this.read(piece));
  }

  /** @param {string} problem */
  end(problem) {
    if (this.isOver) return;
    this.isOver = true;
    for (const { reject } of this.waiting.values()) reject(new Error(problem));
    this.waiting.clear();
    this.listener.left(problem);
  }

  /** @param {Buffer} piece */
  read(piece) {
    this.bytes = Buffer.concat([this.bytes, piece]);
    for (;;) {
      const end = this.bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number((/content-length: *(\d+)/i.exec(this.bytes.toString('ascii', 0, end)) || [])[1] || 0);
      if (this.bytes.length < end + 4 + length) return;
      const body = this.bytes.toString('utf8', end + 4, end + 4 + length);
      this.bytes = this.bytes.subarray(end + 4 + length);
      this.take(JSON.parse(body)).catch(error => this.listener.said(`${error}\n`));
    }
  }

  /** @param {any} message */
  async take(message) {
    if (message.method === undefined) {
      const asked = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (asked) message.error ? asked.reject(Object.assign(new Error(message.error.message), { code: message.error.code })) : asked.resolve(message.result);
    } else if (message.id === undefined) {
      this.listener.notifications(message.method, message.params);
    } else {
      try {
        this.write({ id: message.id, result: (await this.listener.requests(message.method, message.params)) ?? null });
      } catch (error) {
        this.write({ id: message.id, error: { code: -32603, message: String(error) } });
      }
    }
  }

  /** @param {object} message */
  write(message) {
    if (this.isOver || !this.process.stdin.writable) return;
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }), 'utf8');
    this.process.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  /** @param {string} method @param {any} [params] @param {import('vscode').CancellationToken} [token] @returns {Promise<any>} */
  request(method, params, token) {
    if (this.isOver) return Promise.reject(new Error('the server is not running'));
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.write({ id, method, params });
      if (token) token.onCancellationRequested(() => this.notify('$/cancelRequest', { id }));
    });
  }

  /** @param {string} method @param {any} [params] */
  notify(method, params) { this.write({ method, params }); }

  /** Lets the process go; one that does not leave is ended. */
  async leave() {
    if (this.isOver) return;
    this.listener.left = () => {};
    const ended = new Promise(resolve => this.process.once('exit', resolve));
    const late = new Promise(resolve => { const timer = setTimeout(resolve, 2000); timer.unref && timer.unref(); });
    await Promise.race([this.request('shutdown').catch(() => {}), late]);
    this.notify('exit');
    await Promise.race([ended, late]);
    if (!this.isOver) this.process.kill();
  }
}

module.exports = { Connection };
