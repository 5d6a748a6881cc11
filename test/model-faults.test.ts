import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAskService } from '../src/answer/ask.js';
import type { Archive, Log } from '../src/domain/ports.js';
import { createChatModel } from '../src/models/chat-model.js';
import { createSearch } from '../src/search/search.js';
import { openArchive } from '../src/store/archive.js';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { runFake } from './helpers/fake-surroundings.js';
import { GOOD, KEY, MODEL_FAULTS } from './helpers/model-faults.js';
import { type ChatReply, startOpenAIServer } from './helpers/openai-server.js';
import { silentLog } from './helpers/silent-log.js';

const QUESTION = '青沙县公路总投资多少';
const PAGE =
  '青沙县两条公路通车\n\n本报讯(记者 甲一) 2月9日，青沙县新修的两条公路通车，总投资1.5亿元，全长32公里。';
/** Milliseconds; the whole answer may take no longer than this and what searching takes. */
const LIMITS = { timeLimit: 1000, patience: 600, longestPause: 300 };

let folder: string;
let archive: Archive;
const table: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baowen-faults-'));
  const dataDir = join(folder, 'data');
  await ingestInto(dataDir, { paths: [writeFiles({ '澄州日报/2023-02-10/03版.txt': PAGE }, folder)] });
  archive = await openArchive({ dataDir, log: silentLog });
  // Loading the client takes half a second, once.
  await askOver('http://127.0.0.1:9/v1');
});
afterAll(async () => {
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
  // FAULT_TABLE=1 npx vitest run test/model-faults.test.ts prints what a person sees in each case.
  if (process.env.FAULT_TABLE)
    console.log(['', '| fault | what the person sees | ms |', '|---|---|---|', ...table].join('\n'));
});

/** Asks as a person at the terminal does, over a real connection. */
async function askOver(url: string) {
  const reasons: string[] = [];
  const warn = (facts: object) => reasons.push(JSON.stringify(facts));
  const log: Log = { ...silentLog, warn };
  const chat = createChatModel({ apiKey: KEY, baseUrl: url, model: 'stand-in' }, LIMITS);
  const { timeLimit } = LIMITS;
  const search = createSearch(archive, null, silentLog);
  const service = createAskService({ archive, search, chat, log, timeLimit, clock: () => performance.now() });
  const openApp = async () => ({ archive, service, notices: [], close: async () => {} });
  const started = performance.now();
  const run = await runFake(['ask', QUESTION], { openApp });
  return { ...run, reasons, took: performance.now() - started };
}

function expectOne(
  name: string,
  { code, stdout, stderr, reasons, took }: Awaited<ReturnType<typeof askOver>>,
  note: RegExp,
) {
  const notes = stdout.split('\n').filter((one) => one.startsWith('注：'));
  table.push(`| ${name} | ${stdout.split('\n')[0]}<br>${notes.join('<br>')} | ${took.toFixed(0)} |`);
  expect(code).toBe(0);
  expect(notes).toEqual([expect.stringMatching(note)]);
  expect(stdout + stderr + reasons.join()).not.toContain(KEY);
  expect(stdout).not.toMatch(/https?:\/\/evil|<b>/u);
  expect(took).toBeLessThan(LIMITS.timeLimit + 4000);
}

const EXTRACT = '青沙县新修的两条公路通车，总投资1.5亿元';

describe('a language model that fails costs a note, never the answer', () => {
  test.each(MODEL_FAULTS)('%s', async (name, reply, outcome, note) => {
    const server = await startOpenAIServer({ chat: (_, call): ChatReply => reply(call) });
    try {
      const run = await askOver(server.url);
      expectOne(name, run, note);
      const first = run.stdout.split('\n')[0] ?? '';
      if (outcome === 'extracts') expect(first).toContain(EXTRACT);
      else expect(first).toBe(`${GOOD} [1]`);
      // The log has the reason of whatever the endpoint did wrong.
      expect(run.reasons.length).toBe(/没有作答|没有答完/u.test(run.stdout) ? 1 : 0);
    } finally {
      await server.close();
    }
  });

  test('连接被拒绝', async () => {
    const server = await startOpenAIServer({});
    await server.close();
    expectOne('连接被拒绝', await askOver(server.url), /连不上.*ECONNREFUSED/);
  });

  test('域名不存在', async () => {
    expectOne('域名不存在', await askOver('http://no-such-host.invalid/v1'), /连不上.*(ENOTFOUND|EAI_AGAIN)/);
  });

  test('https 连到了 http 的端口', async () => {
    const plain = createServer((socket) =>
      socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    );
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    expectOne('https 连到了 http 的端口', await askOver(`https://127.0.0.1:${port}/v1`), /连不上/);
    plain.close();
  });

  test('a redirect is not followed: neither key nor question go to another host', async () => {
    const other = await startOpenAIServer({ chat: () => ({ pieces: ['never'] }) });
    const location = `${other.url}/chat/completions`;
    const server = await startOpenAIServer({
      chat: () => ({ status: 308, body: [''], headers: { location } }),
    });
    expectOne('转到别的主机（308）', await askOver(server.url), /转到别的地址/);
    expect(other.requests).toEqual([]);
    await Promise.all([server.close(), other.close()]);
  });
});
