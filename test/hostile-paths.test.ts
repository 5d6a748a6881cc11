import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { findInput } from './helpers/find-input.js';
import { listArticles, NAME, PAGE } from './helpers/page-of-two.js';
import { readInput } from './helpers/read-input.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

function makePipe(folder: string, name: string): string {
  execFileSync('mkfifo', [join(folder, name)]);
  return join(folder, name);
}

async function makeSocket(folder: string, name: string): Promise<string> {
  const server = createServer().listen(join(folder, name));
  onTestFinished(() => void server.close());
  await new Promise((done) => server.once('listening', done));
  return join(folder, name);
}

function linkTo(target: string, path: string): string {
  symlinkSync(target, path);
  return path;
}

/** Rights do not hold back the superuser. */
async function asSomebodyElse<Value>(work: () => Promise<Value>): Promise<Value> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65534);
  return work().finally(() => process.seteuid?.(0));
}

describe('what is no file', () => {
  it.each<[string, (folder: string) => string | Promise<string>]>([
    ['a pipe that nobody writes to', (folder) => makePipe(folder, 'pipe.txt')],
    ['a socket', (folder) => makeSocket(folder, 'socket.txt')],
    ['a device without end', () => '/dev/zero'],
    ['a link to it', (folder) => linkTo('/dev/zero', join(folder, 'a.txt'))],
  ])('is not opened: %s', async (_, make) => {
    const folder = writeFiles({ [NAME]: PAGE });
    const path = await make(folder);
    expect((await findInput(path)).bad).toEqual([{ path, problem: expect.stringContaining('不是普通文件') }]);
    expect(await findInput(folder)).toMatchObject({ good: [{ path: join(folder, NAME) }], bad: [] });
    if (path.startsWith(folder)) await expect(readInput(path)).rejects.toThrow('不是普通文件');
  });

  it('is not opened either where it took the place of a file since', async () => {
    const folder = writeFiles({ 'a.txt': PAGE, 'b.txt': PAGE });
    const onProgress = ({ done }: { done: number }) => {
      if (done !== 1) return;
      rmSync(join(folder, 'b.txt'));
      makePipe(folder, 'b.txt');
    };
    const report = await ingestInto(makeTemporaryFolder(), { paths: [folder] }, null, { onProgress });
    expect(report.files[1]).toMatchObject({ status: 'failed', reasons: [expect.stringContaining('b.txt')] });
  });
});

describe('links', () => {
  it('lead nowhere twice: in a ring, to the folder above, in a thicket', async () => {
    const folder = writeFiles({ [NAME]: PAGE });
    const names = Array.from({ length: 12 }, (_, index) => `d${index}`);
    for (const name of names) mkdirSync(join(folder, name));
    for (const name of names)
      for (const other of names) symlinkSync(join(folder, other), join(folder, name, other));
    symlinkSync('ring', join(folder, 'ring'));
    symlinkSync('ring.txt', join(folder, 'ring.txt'));
    symlinkSync('..', join(folder, 'above'));
    symlinkSync('nowhere.txt', join(folder, 'broken.txt'));
    expect(await findInput(folder)).toMatchObject({ good: [{ path: join(folder, NAME) }], bad: [] });
    expect((await findInput(join(folder, 'ring.txt'))).bad[0]?.problem).toContain('ELOOP');
  });

  it('to a folder elsewhere are followed, and a file keeps its own path', async () => {
    const folder = writeFiles({ 'real/a.txt': PAGE });
    symlinkSync('real', join(folder, 'a-link'));
    symlinkSync(writeFiles({ 'b.txt': PAGE }), join(folder, 'elsewhere'));
    const paths = (await findInput(folder)).good.map(({ path }) => path);
    expect(paths).toEqual([join(folder, 'elsewhere/b.txt'), join(folder, 'real/a.txt')]);
  });
});

describe('names', () => {
  it.each([
    ['a line break', 'a\n澄州日报.txt'],
    ['control characters', '\u001b[31m\u0007.txt'],
    ['255 bytes', `${'报'.repeat(83)}ab.txt`],
    ['a leading dash', '-rf .txt'],
    ['quotes and marks', `'"$(x)\`&|;*?.txt`],
  ])('with %s are taken', async (_, name) => {
    const folder = writeFiles({ [name]: PAGE });
    expect((await readInput((await findInput(folder)).good[0]?.path ?? '')).articles).toHaveLength(2);
  });

  it('that are no UTF-8 are told of, once for the folder', async () => {
    const folder = writeFiles({ [NAME]: PAGE });
    for (const bytes of ['b1a8', 'b1d6'])
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(`${bytes}2e747874`, 'hex')]), PAGE);
    const { good, bad } = await findInput(folder);
    expect(good).toHaveLength(1);
    expect(bad).toEqual([{ path: folder, problem: expect.stringMatching(/有 2 个名字不是 UTF-8/u) }]);
  });

  it('of folders in folders that make a path too long are told of', async () => {
    const folder = writeFiles({ [NAME]: PAGE });
    const half = Array(12).fill('x'.repeat(200)).join('/');
    for (const top of ['one', 'two']) mkdirSync(join(folder, top, half), { recursive: true });
    renameSync(join(folder, 'two'), join(folder, 'one', half, 'two'));
    // Nothing could remove it else.
    onTestFinished(() => renameSync(join(folder, 'one', half, 'two'), join(folder, 'two')));
    const { good, bad } = await findInput(folder);
    expect(good).toHaveLength(1);
    expect(bad).toEqual([{ path: expect.any(String), problem: expect.stringContaining('ENAMETOOLONG') }]);
  });
});

describe('files and folders', () => {
  it('without the right to read them are told of, and the rest goes in', async () => {
    const folder = writeFiles({ 'closed/a.txt': PAGE, 'secret.txt': PAGE, [NAME]: PAGE });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'closed'), 0);
    chmodSync(join(folder, 'secret.txt'), 0);
    onTestFinished(() => chmodSync(join(folder, 'closed'), 0o755));
    await asSomebodyElse(async () => {
      const { good, bad } = await findInput(folder);
      expect(good.map(({ path }) => path)).toEqual([join(folder, 'secret.txt'), join(folder, NAME)]);
      expect(bad).toEqual([{ path: join(folder, 'closed'), problem: expect.stringContaining('EACCES') }]);
      await expect(readInput(join(folder, 'secret.txt'))).rejects.toThrow('EACCES');
    });
  });

  it('that vanish while others are read fail alone', async () => {
    const folder = writeFiles({ 'a.txt': PAGE, 'b.txt': PAGE, 'c.jsonl': '{"text":"县里开会。"}' });
    const onProgress = ({ done }: { done: number }) => {
      if (done === 1) renameSync(folder, `${folder}-gone`);
    };
    onTestFinished(() => rmSync(`${folder}-gone`, { recursive: true }));
    const dataDir = makeTemporaryFolder();
    const report = await ingestInto(dataDir, { paths: [folder] }, null, { onProgress });
    expect(report.files.map(({ status }) => status)).toEqual(['new', 'failed', 'failed']);
    expect(await listArticles(dataDir)).toHaveLength(2);
  });

  it('given twice, by themselves and with their folder, are one', async () => {
    const folder = writeFiles({ [NAME]: PAGE });
    const again = `${folder}/../${folder.split('/').at(-1)}/`;
    const { good, bad } = await findInput(folder, join(folder, NAME), again);
    expect([...good, ...bad]).toEqual([{ path: join(folder, NAME), problem: null }]);
  });

  it('of a data folder of ours are no input, but those that were sent to the bot are', async () => {
    const folder = writeFiles({ [NAME]: PAGE });
    const dataDir = join(folder, 'data');
    await ingestInto(dataDir, { paths: [join(folder, NAME)] });
    writeFiles({ 'inbox/ab/abcd/a.txt': PAGE, 'models/tokenizer.txt': 'x' }, dataDir);
    expect(await findInput(folder)).toMatchObject({ good: [{ path: join(folder, NAME) }], bad: [] });
    expect((await findInput(dataDir)).bad[0]?.problem).toContain('档案自己的数据文件夹');
    expect((await findInput(join(dataDir, 'inbox'))).good).toHaveLength(1);
    expect((await findInput(join(dataDir, 'archive.sqlite'))).bad[0]?.problem).toContain('不认识');
  });
});
