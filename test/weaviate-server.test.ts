import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { WEAVIATE_VERSION } from '../scripts/weaviate/find-server.mjs';
import { planNodes } from '../scripts/weaviate/node-settings.mjs';
import { isRunning } from '../scripts/weaviate/run-node.mjs';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';
import { describeWithWeaviate, findPorts, shareWeaviate } from './helpers/weaviate-server.js';

const SCRIPT = join(import.meta.dirname, '../scripts/weaviate-dev.mjs');

function startScript(argv: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const { PATH, HOME, XDG_CACHE_HOME, WEAVIATE_SERVER } = process.env;
  const env = { PATH, HOME, XDG_CACHE_HOME, WEAVIATE_SERVER, ...settings };
  const child = spawn(process.execPath, [SCRIPT, ...argv], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return child;
}

async function runScript(argv: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const child = startScript(argv, settings);
  let stderr = '';
  child.stderr.on('data', (text: string) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  return { code, stderr: stderr.trimEnd() };
}

function writeProgram(folder: string, text: string): string {
  const path = join(folder, 'weaviate-server');
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

it.each([
  [['start', '--nodes', '2'], '--nodes 只能是 1 或 3，不能是 2。用法见 npm run weaviate -- --help。'],
  [['start', '--env', 'a=b'], '--env 要写成 NAME=VALUE，不能是 a=b。用法见 npm run weaviate -- --help。'],
  [['restart'], '没有 restart 这个命令。用法见 npm run weaviate -- --help。'],
])('%j is wrong usage', async (argv, stderr) => {
  expect(await runScript(argv)).toEqual({ code: 2, stderr });
});

it('says in one sentence that Go is missing', async () => {
  const empty = makeTemporaryFolder();
  const { code, stderr } = await runScript(['build'], {
    PATH: empty,
    XDG_CACHE_HOME: empty,
    WEAVIATE_SERVER: '',
  });
  expect(stderr).toBe(
    '没有找到 Go，不能编译 Weaviate 服务器：请安装 Go，或用 WEAVIATE_SERVER 指出已有的服务器程序。',
  );
  expect(code).toBe(3);
});

it('names the port that another program holds', async () => {
  const folder = makeTemporaryFolder();
  const port = await findPorts(1);
  const other = createServer().listen(port + 10, '127.0.0.1');
  await once(other, 'listening');
  const run = await runScript(['start', '--folder', folder, '--port', String(port)], {
    WEAVIATE_SERVER: writeProgram(folder, ''),
  });
  other.close();
  expect(run).toEqual({ code: 1, stderr: `端口 ${port + 10} 被别的程序占用，请用 --port 换一个。` });
});

it('shows the last words of a node that dies', async () => {
  const folder = makeTemporaryFolder();
  const run = await runScript(['start', '--folder', folder, '--port', String(await findPorts(1))], {
    WEAVIATE_SERVER: writeProgram(folder, '#!/bin/sh\necho starting\necho no space left\nexit 1\n'),
  });
  const log = join(folder, 'node1.log');
  expect(run).toEqual({ code: 1, stderr: `节点 node1 停了，${log} 的最后一行：no space left` });
});

it('starts as many nodes as the folder has where nothing else is said', async () => {
  const folder = makeTemporaryFolder();
  const nodes = planNodes(3, await findPorts(3), join(folder, 'weaviate-server'));
  writeFileSync(join(folder, 'nodes.json'), JSON.stringify({ nodes, keySha256: null }));
  const settings = { WEAVIATE_SERVER: writeProgram(folder, '#!/bin/sh\necho no space left\nexit 1\n') };
  const start = (...more: string[]) => runScript(['start', '--folder', folder, ...more], settings);
  expect((await start()).stderr).toMatch(/^节点 node\d 停了/);
  expect((await start('--nodes', '1')).stderr).toContain(
    '3 个节点的数据，不能作为 1 个节点启动：请去掉 --nodes',
  );
});

describeWithWeaviate('with a server', () => {
  it('keeps its data when it is stopped and started again', async () => {
    const server = await shareWeaviate();
    const [url] = server.urls;
    const [node] = server.nodes;
    const meta = await (await fetch(`${url}/v1/meta`)).json();
    expect(meta).toMatchObject({ version: WEAVIATE_VERSION });
    const body = JSON.stringify({ class: 'Kept' });
    await fetch(`${url}/v1/schema`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const before = node?.pid;

    await node?.kill('SIGTERM');
    await expect(fetch(`${url}/v1/meta`)).rejects.toThrow();
    await node?.restart();

    expect(node?.pid).not.toBe(before);
    expect(await (await fetch(`${url}/v1/schema/Kept`)).json()).toMatchObject({ class: 'Kept' });
    await fetch(`${url}/v1/schema/Kept`, { method: 'DELETE' });
  });

  it('asks for the key, and ends with whoever started it', async () => {
    const folder = makeTemporaryFolder();
    const port = await findPorts(1);
    const argv = ['start', '--foreground', '--folder', folder, '--port', String(port), '--key', 'secret'];
    const script = startScript(argv);
    const [settings] = await once(script.stdout, 'data');
    expect(settings).toContain(`WEAVIATE_URL=http://127.0.0.1:${port}\n`);
    const ask = async (headers: Record<string, string>) =>
      (await fetch(`http://127.0.0.1:${port}/v1/meta`, { headers })).status;
    expect(await ask({})).toBe(401);
    expect(await ask({ authorization: 'Bearer secret' })).toBe(200);

    const [node] = JSON.parse(readFileSync(join(folder, 'nodes.json'), 'utf8')).nodes;
    expect(isRunning(node)).toBe(true);
    script.kill('SIGKILL');
    while (isRunning(node)) await setTimeout(20);
  });
});
