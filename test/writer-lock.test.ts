import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ArchiveBusyError } from '../src/domain/errors.js';
import { openArchive } from '../src/store/archive.js';
import { openInTurn } from '../src/store/open-in-turn.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { prepareArticle } from './helpers/prepared-article.js';
import { createRecordingLog } from './helpers/recording-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const HOLDER = fileURLToPath(new URL('./helpers/hold-writer.mjs', import.meta.url));
const log = createRecordingLog();

/** Another process that has the archive open for writing. */
async function startHolder(dataDir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [HOLDER, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return child;
}

describe('the lock of the writer', () => {
  it('keeps a second writer out, in the same process too, until the first one closes', async () => {
    const dataDir = makeTemporaryFolder();
    const first = await openArchiveWriter({ dataDir, log });
    await expect(openArchiveWriter({ dataDir, log })).rejects.toThrow(ArchiveBusyError);
    await first.close();
    const second = await openArchiveWriter({ dataDir, log });
    await second.close();
  });

  it('says which process holds it and since when', async () => {
    const dataDir = makeTemporaryFolder();
    const child = await startHolder(dataDir);
    const since = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.source;
    await expect(openArchiveWriter({ dataDir, log })).rejects.toThrow(
      new RegExp(`^进程 ${child.pid}（自 ${since} 起）正在写入数据文件夹 .*请等它结束后再试。$`),
    );
  });

  it('lets readers in while somebody writes', async () => {
    const dataDir = makeTemporaryFolder();
    await startHolder(dataDir);
    const archive = await openArchive({ dataDir, log });
    expect((await archive.coverage()).articles).toBe(0);
    await archive.close();
  });

  it('is mended, and locks, when its file was damaged', async () => {
    const dataDir = makeTemporaryFolder();
    writeFileSync(join(dataDir, 'writer.lock.sqlite'), 'no database'.repeat(500));
    const first = await openArchiveWriter({ dataDir, log });
    await expect(openArchiveWriter({ dataDir, log })).rejects.toThrow(ArchiveBusyError);
    await first.close();
  });

  it('is free again as soon as the process that held it was killed', async () => {
    const dataDir = makeTemporaryFolder();
    const child = await startHolder(dataDir);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const writer = await openArchiveWriter({ dataDir, log });
    await writer.writeFile({ path: 'a.txt', fingerprint: '1' }, [prepareArticle('甲', ['一。'])]);
    await writer.close();
  });

  it('names nobody where the file that tells of the holder was left by one that was killed', async () => {
    const dataDir = makeTemporaryFolder();
    const first = await openArchiveWriter({ dataDir, log });
    const child = await startHolder(makeTemporaryFolder());
    child.kill('SIGKILL');
    await once(child, 'exit');
    writeFileSync(join(dataDir, 'writer.lock.json'), JSON.stringify({ pid: child.pid, since: '早先' }));
    await expect(openArchiveWriter({ dataDir, log })).rejects.toThrow(/^另一个进程正在写入/);
    await first.close();
  });
});

describe('waiting for another writer', () => {
  const open = (dataDir: string) => () => openArchiveWriter({ dataDir, log });

  it('says once whom it waits for, and goes on as soon as that one ends, also killed', async () => {
    const dataDir = makeTemporaryFolder();
    const child = await startHolder(dataDir);
    const said: string[] = [];
    const opened = openInTurn(open(dataDir), {
      onWait: (sentence) => {
        said.push(sentence);
        setTimeout(() => child.kill('SIGKILL'), 300);
      },
    });
    await (await opened).close();
    expect(said).toEqual([
      expect.stringMatching(new RegExp(`^进程 ${child.pid}（自 .* 起）正在写入，等它结束再开始`)),
    ]);
  });

  it('gives up after its time, and at once when it is told to stop', async () => {
    const dataDir = makeTemporaryFolder();
    const first = await openArchiveWriter({ dataDir, log });
    await expect(openInTurn(open(dataDir), {}, 0)).rejects.toThrow(ArchiveBusyError);
    const stopper = new AbortController();
    const onWait = () => stopper.abort();
    await expect(openInTurn(open(dataDir), { onWait, signal: stopper.signal })).rejects.toThrow(/abort/i);
    await first.close();
  });
});
