import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { watchFolders } from '../ingest/watch/watch-folders.js';
import { StoreError } from '../src/domain/errors.js';
import type { IngestReport } from '../src/domain/ports.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { listArticles } from './helpers/page-of-two.js';
import { silentLog } from './helpers/silent-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const PACE = { quiet: 150, poll: 60, afterFailure: 50 };
const line = (text: string) => JSON.stringify({ newspaper: '澄州日报', date: '2023-02-10', text });

/** The watch of one folder into an archive of its own, as `ingest --watch` does it. */
function startWatch(paths: readonly string[], { prune = false, failures = 0 } = {}) {
  const dataDir = makeTemporaryFolder();
  const stopper = new AbortController();
  const batches: IngestReport[] = [];
  const notices: string[] = [];
  let toFail = failures;
  const ended = watchFolders(PACE)(
    paths,
    async (part) => {
      if (toFail-- > 0) throw new StoreError('磁盘已满。');
      batches.push(await ingestInto(dataDir, { paths, part, prune }));
    },
    { signal: stopper.signal, onNotice: (notice) => notices.push(notice) },
  );
  const stop = async () => {
    stopper.abort();
    await ended;
  };
  onTestFinished(() => stop().catch(() => {}));
  const bodies = async () => (await listArticles(dataDir)).map(({ body }) => body).sort();
  const files = () => batches.flatMap((batch) => batch.files.map(({ path, status }) => ({ path, status })));
  return { dataDir, batches, notices, stop, ended, bodies, files };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries++) {
    if (tries > 500) throw new Error('waited in vain');
    await pause(20);
  }
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

describe('watching a folder', () => {
  it('takes in what is there, what appears and what changes, and lets others write between', async () => {
    const folder = writeFiles({ 'a.jsonl': line('甲。') });
    const watch = startWatch([folder]);
    await until(() => watch.batches.length === 1);
    mkdirSync(join(folder, '新'));
    writeFileSync(join(folder, '新/b.jsonl'), line('乙。'));
    await until(() => watch.batches.length === 2);
    const writer = await openArchiveWriter({ dataDir: watch.dataDir, log: silentLog });
    await writer.close();
    writeFileSync(join(folder, 'a.jsonl'), line('甲改。'));
    await until(() => watch.batches.length === 3);
    expect(await watch.bodies()).toEqual(['乙。', '甲改。']);
    expect(watch.files().map(({ status }) => status)).toEqual(['new', 'new', 'changed']);
    await watch.stop();
  });

  it('waits until a file is complete, and passes over names of what is still written', async () => {
    const folder = writeFiles({ 'b.jsonl.part': line('乙。'), 'c.part/c.jsonl': line('丙。') });
    const watch = startWatch([folder]);
    const path = join(folder, 'a.jsonl');
    for (let part = 0; part < 8; part++) {
      appendFileSync(path, `${line(`第${part}段。`)}\n`);
      await pause(50);
    }
    await until(() => watch.batches.length > 0);
    expect(watch.batches[0]?.files).toMatchObject([{ path, status: 'new', articles: 8 }]);
    renameSync(join(folder, 'b.jsonl.part'), join(folder, 'b.jsonl'));
    await until(() => watch.batches.length > 1);
    expect(await watch.bodies()).toHaveLength(9);
  });

  it('survives that the folder goes and comes again, and loses nothing', async () => {
    const folder = join(writeFiles({ '日报/a.jsonl': line('甲。') }), '日报');
    const watch = startWatch([folder], { prune: true });
    await until(() => watch.batches.length === 1);
    rmSync(folder, { recursive: true });
    await until(() => watch.notices.length > 0);
    expect(watch.notices.join()).toContain(folder);
    await pause(2 * PACE.quiet);
    writeFiles({ 'a.jsonl': line('甲。'), 'b.jsonl': line('乙。') }, folder);
    await until(async () => (await watch.bodies()).length === 2);
    expect(watch.files()).not.toContainEqual(expect.objectContaining({ status: 'pruned' }));
  });

  it('knows a renamed file again, and takes out what has gone where it was asked to', async () => {
    const folder = writeFiles({ 'a.jsonl': line('甲。'), 'b.jsonl': line('乙。') });
    const watch = startWatch([folder], { prune: true });
    await until(() => watch.batches.length === 1);
    renameSync(join(folder, 'a.jsonl'), join(folder, 'z.jsonl'));
    await until(() => watch.files().length === 3);
    expect(watch.files()[2]).toEqual({ path: join(folder, 'z.jsonl'), status: 'renamed' });
    rmSync(join(folder, 'b.jsonl'));
    await until(() => watch.files().length > 3);
    expect(watch.files()[3]).toEqual({ path: join(folder, 'b.jsonl'), status: 'pruned' });
    expect(await watch.bodies()).toEqual(['甲。']);
  });

  it('tries again what failed for a while, and says so', async () => {
    const watch = startWatch([writeFiles({ 'a.jsonl': line('甲。') })], { failures: 2 });
    await until(() => watch.batches.length === 1);
    expect(watch.notices).toHaveLength(2);
    expect(watch.notices[0]).toContain('磁盘已满');
  });

  it('refuses a path that was never there', async () => {
    await expect(startWatch(['/no/such']).ended).rejects.toThrow('/no/such');
  });
});
