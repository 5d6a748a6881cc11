import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { recordOpenedFiles } from './helpers/opened-files.js';
import { listArticles } from './helpers/page-of-two.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const opened = recordOpenedFiles();
const line = (text: string) => JSON.stringify({ newspaper: '澄州日报', date: '2023-02-10', text });
const MINUTE = 60_000;

async function makeArchive({ now = Date.now() + MINUTE, text = '甲稿。' } = {}) {
  const dataDir = makeTemporaryFolder();
  const folder = writeFiles({ 'a.jsonl': line(text) });
  const path = join(folder, 'a.jsonl');
  const ingestAt = async (time: number) => {
    opened.length = 0;
    const { files } = await ingestInto(dataDir, { paths: [folder] }, null, {}, () => time);
    return { status: files[0]?.status, read: opened.length > 0 };
  };
  expect(await ingestAt(now)).toEqual({ status: 'new', read: true });
  return { dataDir, folder, path, ingestAt };
}

describe('a file that lies as it lay when it was taken in', () => {
  it('is not read again', async () => {
    const { ingestAt } = await makeArchive();
    expect(await ingestAt(Date.now() + 2 * MINUTE)).toEqual({ status: 'unchanged', read: false });
  });

  it('is read where it had just been written at the earlier look: its times would not tell of another change', async () => {
    const { ingestAt } = await makeArchive({ now: Date.now() });
    expect(await ingestAt(Date.now() + MINUTE)).toEqual({ status: 'unchanged', read: true });
  });

  it('is read where its time lies in the future', async () => {
    const { path, ingestAt } = await makeArchive();
    const future = new Date(Date.now() + 1000 * MINUTE);
    utimesSync(path, future, future);
    expect(await ingestAt(Date.now() + MINUTE)).toEqual({ status: 'unchanged', read: true });
    expect(await ingestAt(Date.now() + MINUTE)).toEqual({ status: 'unchanged', read: true });
  });

  it('is read where the clock has gone back since', async () => {
    const { ingestAt } = await makeArchive({ now: Date.now() + 10 * MINUTE });
    expect(await ingestAt(Date.now() + MINUTE)).toEqual({ status: 'unchanged', read: true });
  });

  it('is read where it was changed and given its old size and time', async () => {
    const { dataDir, path, ingestAt } = await makeArchive();
    const { atime, mtime } = statSync(path);
    writeFileSync(path, line('乙稿。'));
    utimesSync(path, atime, mtime);
    expect(await ingestAt(Date.now() + 2 * MINUTE)).toEqual({ status: 'changed', read: true });
    expect(await listArticles(dataDir)).toMatchObject([{ body: '乙稿。' }]);
  });
});

it('says how long a run took although the clock was set back meanwhile', async () => {
  let time = Date.now();
  const report = await ingestInto(
    makeTemporaryFolder(),
    { paths: [writeFiles({ 'a.jsonl': line('甲。') })] },
    null,
    {},
    () => (time -= MINUTE),
  );
  expect(report.seconds).toBe(0);
});
