import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { makeZip } from './helpers/make-zip.js';
import { listArticles } from './helpers/page-of-two.js';
import { printPdf } from './helpers/print-pdf.js';
import { SOURCE_ARTICLES } from './helpers/source-articles.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const [BRIDGE, ...OTHERS] = SOURCE_ARTICLES;
const cut = (): [string, string, string] => {
  const [first = '', second = '', third = ''] = BRIDGE?.paragraphs ?? [];
  return [first, second, third];
};

/** The bridge begins on page 1 and ends on page 2, as newspapers print it. */
async function printIssue() {
  const [first, second, third] = cut();
  if (!BRIDGE) throw new Error('There are no articles.');
  const begun = { ...BRIDGE, paragraphs: [first, `${second}（下转第2版）`] };
  const ended = { ...BRIDGE, paragraphs: ['（上接第1版）', third] };
  const layout = 'side-by-side';
  const sources = [
    { layout, sources: [begun, ...OTHERS.slice(0, 4)] },
    { layout, sources: [...OTHERS.slice(4, 8), ended] },
  ] as const;
  const [one, two] = [await printPdf([sources[0]]), await printPdf([sources[1]], 2)];
  return { one: one.bytes, two: two.bytes, both: (await printPdf(sources)).bytes };
}
const issue = printIssue();

const ONE = '云江日报_2023-02-10_01版.pdf';
const TWO = '云江日报_2023-02-10_02版.pdf';

async function expectJoined(dataDir: string) {
  const articles = (await listArticles(dataDir)).filter(({ body }) => /石渡|渡口/u.test(body));
  expect(articles).toMatchObject([
    { headline: BRIDGE?.headline, page: '1', truncated: null, body: cut().join('\n') },
  ]);
}

const HOUR = 3_600_000;
/** Runs that are an hour apart, so that files count as settled. */
const createRuns = (dataDir: string) => {
  let runs = 0;
  return (...paths: string[]) => {
    const time = Date.now() + ++runs * HOUR;
    return ingestInto(dataDir, { paths }, null, {}, () => time);
  };
};

describe('an article that goes over two pages of PDF', () => {
  it('is joined inside a file, over two files and in a .zip', async () => {
    const { one, two, both } = await issue;
    const zip = makeZip(
      Object.entries({ [ONE]: one, [TWO]: two }).map(([name, content]) => ({ name, content })),
    );
    for (const files of [{ '2023-02-10.pdf': both }, { [ONE]: one, [TWO]: two }, { 'a.zip': zip }]) {
      const dataDir = makeTemporaryFolder();
      await ingestInto(dataDir, { paths: [writeFiles(files)] });
      await expectJoined(dataDir);
    }
  });

  it.each([
    [ONE, TWO],
    [TWO, ONE],
  ])('is joined when %s comes first and %s later', async (first, second) => {
    const { one, two } = await issue;
    const bytes: Record<string, Buffer> = { [ONE]: one, [TWO]: two };
    const folder = writeFiles({ [first]: bytes[first] ?? '' });
    const dataDir = makeTemporaryFolder();
    const run = createRuns(dataDir);
    await run(folder);
    expect((await run(folder)).files).toMatchObject([{ status: 'unchanged' }]);
    writeFiles({ [second]: bytes[second] ?? '' }, folder);
    const report = await run(folder);
    expect(report.files.map(({ status }) => status).sort()).toEqual(
      expect.arrayContaining(['changed', 'new']),
    );
    await expectJoined(dataDir);
    const again = await run(folder);
    expect(new Set(again.files.map(({ status }) => status))).toEqual(new Set(['unchanged']));
    expect(again.articles).toMatchObject({ added: 0, removed: 0 });
  });

  it('is completed by the next run where one was interrupted between the files', async () => {
    const { one, two } = await issue;
    const folder = writeFiles({ [ONE]: one });
    const dataDir = makeTemporaryFolder();
    const run = createRuns(dataDir);
    await run(folder);
    await run(folder);
    writeFiles({ [TWO]: two }, folder);
    const controller = new AbortController();
    const onProgress = ({ done }: { done: number }) => done === 0 && controller.abort();
    const stopped = { signal: controller.signal, onProgress };
    const later = () => Date.now() + 9 * HOUR;
    await ingestInto(dataDir, { paths: [join(folder, TWO)] }, null, stopped, later);
    await ingestInto(dataDir, { paths: [folder] }, null, {}, later);
    await expectJoined(dataDir);
  });

  it('stays whole when its files are touched, or one of them is gone', async () => {
    const { one, two } = await issue;
    const folder = writeFiles({ [ONE]: one, [TWO]: two });
    const dataDir = makeTemporaryFolder();
    const run = createRuns(dataDir);
    for (const _ of 'two') await run(folder);
    for (const name of [ONE, TWO]) utimesSync(join(folder, name), 1e9, 1e9);
    expect(new Set((await run(folder)).files.map(({ status }) => status))).toEqual(new Set(['unchanged']));
    rmSync(join(folder, TWO));
    await run(folder);
    await expectJoined(dataDir);
  });
});
