import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ArchiveBusyError } from '../src/domain/errors.js';
import { openArchive } from '../src/store/archive.js';
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
});
