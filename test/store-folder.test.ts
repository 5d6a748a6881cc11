import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openArchive } from '../src/store/archive.js';
import { checkArchive } from '../src/store/check-archive.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { prepareArticle } from './helpers/prepared-article.js';
import { createRecordingLog } from './helpers/recording-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const TRIER = fileURLToPath(new URL('./helpers/try-store.mjs', import.meta.url));

async function makeArchive(): Promise<string> {
  const root = makeTemporaryFolder();
  chmodSync(root, 0o755);
  const dataDir = join(root, 'data');
  mkdirSync(dataDir);
  const writer = await openArchiveWriter({ dataDir, log: createRecordingLog() });
  await writer.writeFile({ path: 'a.txt', fingerprint: '1' }, [prepareArticle('甲', ['一。'])]);
  await writer.close();
  return dataDir;
}

describe('the check of the data folder', () => {
  it('says that a file stands in its place', async () => {
    const file = join(makeTemporaryFolder(), 'data');
    writeFileSync(file, '');
    expect((await checkArchive({ dataDir: join(file, 'below') }))[0]).toEqual({
      name: '数据文件夹',
      state: 'broken',
      message: `${file} 不是文件夹，不能用来存放档案。`,
      mend: '用 --data 另指定一个文件夹。',
    });
  });

  it('says in a sentence what stands where the database should', async () => {
    const dataDir = makeTemporaryFolder();
    mkdirSync(join(dataDir, 'archive.sqlite'));
    const opened = openArchive({ dataDir, log: createRecordingLog() });
    await expect(opened).rejects.toThrow(`读写数据文件夹 ${dataDir} 时出错（EISDIR）`);
  });
});

describe('a data folder that cannot be written', () => {
  it('can be read, and writing says in one sentence that it is not allowed', async () => {
    const dataDir = await makeArchive();
    for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), 0o444);
    chmodSync(dataDir, 0o555);
    onTestFinished(() => chmodSync(dataDir, 0o755));
    const env = { ...process.env, DROP_RIGHTS: '1' };
    const child = spawnSync(process.execPath, [TRIER, dataDir, '1'], { encoding: 'utf8', env });
    expect(child.stderr).toBe('');
    expect(JSON.parse(child.stdout)).toEqual({
      before: 1,
      written: `StoreError: 数据文件夹 ${dataDir} 无法写入。请检查文件夹的权限，或用 --data 另指定一个可写的文件夹。`,
      after: 1,
    });
  });

  it.runIf(existsSync('/proc/self'))(
    'is said where no folder can be made, instead of tried for ever',
    async () => {
      const dataDir = '/proc/no/such';
      await expect(openArchiveWriter({ dataDir, log: createRecordingLog() })).rejects.toThrow(
        `数据文件夹 ${dataDir} 无法写入`,
      );
    },
  );

  it('loses nothing when it is full, and says so', async () => {
    const dataDir = await makeArchive();
    // A limit on the size of a file is the nearest thing to a full disk that needs no special rights.
    const command = `ulimit -f 1000; exec "${process.execPath}" "${TRIER}" "${dataDir}" 400`;
    const child = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect(child.stderr).toBe('');
    expect(JSON.parse(child.stdout)).toEqual({
      before: 1,
      written: `StoreError: 数据文件夹 ${dataDir} 写不进去，多半是磁盘已满；已经存好的内容没有改变。请腾出空间后重试。`,
      after: 1,
    });
    const states = (await checkArchive({ dataDir })).map(({ state }) => state);
    expect(states).not.toContain('broken');
  });
});
