import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProgram, type Program, parseLines, SAMPLE_PAGES } from './helpers/program.js';

// The keys of the public contract, in their order, written out: scripts of others rely on them.
const ASK = [
  'id',
  'question',
  'askedOn',
  'found',
  'mode',
  'answer',
  'sentences',
  'citations',
  'understood',
  'notes',
  'timings',
];
const SENTENCE = ['text', 'citations'];
const CITATION = [
  'n',
  'articleId',
  'sourceId',
  'newspaper',
  'issueDate',
  'issueDateSource',
  'page',
  'headline',
  'byline',
  'quote',
  'start',
  'end',
];
const UNDERSTOOD = ['from', 'to', 'places', 'reason'];
const TIMINGS = ['searchMs', 'answerMs'];
const SEARCH = ['id', 'query', 'hits', 'understood', 'notes'];
const HIT = [
  'rank',
  'score',
  'articleId',
  'sourceId',
  'chunkId',
  'newspaper',
  'issueDate',
  'page',
  'headline',
  'text',
  'start',
  'end',
];
const ARTICLE = [
  'articleId',
  'sourceId',
  'sourceFile',
  'newspaper',
  'issueDate',
  'issueDateSource',
  'page',
  'column',
  'kicker',
  'headline',
  'subheadline',
  'dateline',
  'byline',
  'contributors',
  'kind',
  'truncated',
  'body',
];

let program: Program;
beforeAll(async () => {
  program = openProgram();
  await program.run(['ingest', SAMPLE_PAGES]);
});
afterAll(() => program.close());

/** The one JSON line that a run printed, and nothing beside it on standard output. */
async function printed(argv: string[], input?: string) {
  const { code, stdout } = await program.run(argv, input === undefined ? {} : { input });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\{[^\n]*\}\n$/);
  return JSON.parse(stdout);
}

/** The bodies of the articles that are named, by id, as `show --json` prints them. */
async function loadBodies(named: readonly { articleId: string }[]): Promise<Map<string, string>> {
  const ids = new Set(named.map(({ articleId }) => articleId));
  const articles = parseLines((await program.run(['show', ...ids, '--json'])).stdout);
  return new Map(articles.map(({ articleId, body }) => [articleId, body]));
}

const QUESTION = '青沙县今年民生实事有哪些';
const ASKED = ['--asked-on', '2024-02-10'];

describe.concurrent('ask --json', () => {
  test('has the keys of the contract, in order', async () => {
    const answer = await printed(['ask', QUESTION, ...ASKED, '--json']);
    expect(Object.keys(answer)).toEqual(ASK);
    expect(answer).toMatchObject({
      question: QUESTION,
      askedOn: '2024-02-10',
      found: true,
      mode: 'extractive',
    });
    expect(Object.keys(answer.understood)).toEqual(UNDERSTOOD);
    expect(answer.understood).toMatchObject({ from: '2024-01-01', to: '2024-12-31', places: ['青沙县'] });
    expect(Object.keys(answer.timings)).toEqual(TIMINGS);
    for (const sentence of answer.sentences) expect(Object.keys(sentence)).toEqual(SENTENCE);
    for (const citation of answer.citations) expect(Object.keys(citation)).toEqual(CITATION);
  });

  test('every quote stands in its article where the citation says', async () => {
    const { citations } = await printed(['ask', QUESTION, ...ASKED, '--json']);
    const bodies = await loadBodies(citations);
    expect(citations.length).toBeGreaterThan(0);
    for (const { articleId, quote, start, end } of citations) {
      expect(quote).not.toBe('');
      expect(bodies.get(articleId)?.slice(start, end)).toBe(quote);
    }
  });

  test('a refusal has the same keys', async () => {
    const answer = await printed(['ask', '火星上的石油价格是多少', '--json']);
    expect(Object.keys(answer)).toEqual(ASK);
    expect(answer).toMatchObject({ found: false, sentences: [], citations: [] });
  });

  test('a line of --batch carries its id in front', async () => {
    const answer = await printed(
      ['ask', '--batch', '-'],
      `${JSON.stringify({ id: '甲', question: QUESTION })}\n`,
    );
    expect(Object.keys(answer)).toEqual(ASK);
    expect(answer.id).toBe('甲');
  });
});

test('search --json has the keys of the contract, and each passage stands in its article', async () => {
  const found = await printed(['search', '民生实事', '--limit', '5', '--json']);
  expect(Object.keys(found)).toEqual(SEARCH);
  expect(Object.keys(found.understood)).toEqual(UNDERSTOOD);
  expect(found.hits.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2, 3, 4, 5]);
  const bodies = await loadBodies(found.hits);
  for (const hit of found.hits) {
    expect(Object.keys(hit)).toEqual(HIT);
    expect(bodies.get(hit.articleId)?.slice(hit.start, hit.end)).toBe(hit.text);
  }
  const line = await printed(['search', '--batch', '-'], '{"id":7,"question":"民生实事"}\n');
  expect(Object.keys(line)).toEqual(SEARCH);
});

describe('list, show and remove', () => {
  test('list --json prints every article whole, show --json the same record', async () => {
    const { stdout } = await program.run(['list', '--json']);
    const articles = parseLines(stdout);
    for (const article of articles) expect(Object.keys(article)).toEqual(ARTICLE);
    const third = stdout.split('\n')[2];
    expect((await program.run(['show', articles[2].articleId, '--json'])).stdout).toBe(`${third}\n`);
  });

  test('the filters narrow the list to what they say', async () => {
    const filters = ['--newspaper', '汀阳晚报', '--from', '2023-01-01', '--to', '2023-12-31'];
    const articles = parseLines((await program.run(['list', ...filters, '--json'])).stdout);
    const issues = articles.map(({ newspaper, issueDate }) => `${newspaper} ${issueDate}`);
    expect([...new Set(issues)].sort()).toEqual(['汀阳晚报 2023-02-10', '汀阳晚报 2023-09-01']);
    expect((await program.run(['list', '--newspaper', '没有的报', '--json'])).stdout).toBe('');
  });

  test('remove --json counts what went, and the rest stays', async () => {
    const list = async () => parseLines((await program.run(['list', '--json'])).stdout);
    const before = await list();
    const { articleId } = before[0];
    expect(await printed(['remove', articleId, '--json'])).toMatchObject({
      removed: 1,
      kept: 0,
      dryRun: false,
    });
    expect(await printed(['remove', articleId, '--json'])).toMatchObject({ removed: 0 });
    expect(await list()).toEqual(before.slice(1));
    const issue = ['--newspaper', '汀阳晚报', '--date', '2023-09-01'];
    const { removed } = await printed(['remove', ...issue, '--json']);
    expect(removed).toBe(before.filter(({ issueDate }) => issueDate === '2023-09-01').length);
    expect((await list()).some(({ issueDate }) => issueDate === '2023-09-01')).toBe(false);
    expect(await printed(['remove', '--file', join(SAMPLE_PAGES, 'none.txt'), '--json'])).toMatchObject({
      removed: 0,
    });
  });
});

test('doctor --json says whether all is well, and a line for each check', async () => {
  const { ok, checks } = await printed(['doctor', '--json']);
  expect(ok).toBe(true);
  for (const check of checks) expect(Object.keys(check)).toEqual(['name', 'state', 'message', 'mend']);
});

test('ingest --json keeps standard output for the report, explanations beside it', async () => {
  const data = join(program.folder, 'explained');
  const argv = ['ingest', SAMPLE_PAGES, '--explain', '--json', '--data', data];
  const report = await printed(argv);
  expect(report.files).toHaveLength(9);
  const articles = report.files.reduce((sum: number, file: { articles: number }) => sum + file.articles, 0);
  expect(report.articles).toEqual({ added: articles, unchanged: 0, removed: 0 });
});
