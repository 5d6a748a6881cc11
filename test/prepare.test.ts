import { describe, expect, it } from 'vitest';
import { prepareArticles } from '../ingest/prepare/prepare-articles.js';
import { createPreparer } from '../ingest/prepare/preparer.js';
import { emptyArticle, type RawArticle } from '../ingest/raw-article.js';
import { collect } from './helpers/collect.js';

async function prepareOne(body: string, facts: Partial<RawArticle> = {}) {
  async function* read() {
    yield { ...emptyArticle, newspaper: '太原日报', issueDate: '2023-02-10', body, ...facts };
  }
  const [prepared] = await collect(prepareArticles(read(), 'a.txt', createPreparer()));
  const chunks = prepared?.chunks ?? [];
  return {
    chunks,
    times: chunks.flatMap(({ times }) => times),
    places: chunks.flatMap(({ places }) => places),
  };
}

describe('what a chunk speaks of', () => {
  it('are times counted from its issue date, each span of days once', async () => {
    const { times } = await prepareOne('昨日，供水管网开工。2月9日上午动员，2021年10月1日立项。');
    expect(times).toContainEqual({ from: '2023-02-09', to: '2023-02-09', text: '昨日' });
    expect(times).toContainEqual(expect.objectContaining({ from: '2021-10-01', to: '2021-10-01' }));
    expect(times.filter(({ from, to }) => from === '2023-02-09' && to === '2023-02-09')).toHaveLength(1);
  });

  it('are only the times that are written out where the issue date is not known', async () => {
    const { times } = await prepareOne('昨日和2月8日开工，2021年10月1日立项。', { issueDate: null });
    expect(times.map(({ from }) => from)).toEqual(['2021-10-01']);
  });

  it('are counted from the day with which an undated article opens, as far as they lack only the year', async () => {
    const body = '2021年6月4日，供水管网开工。去年和昨日动员，一季度完成勘察，截至5月31日到位资金两千万元。';
    const { times } = await prepareOne(body, { issueDate: null });
    expect(times.map(({ text }) => text)).toEqual(['2021年6月4日', '一季度', '截至5月31日']);
    expect(times.map(({ from }) => from)).toEqual(['2021-06-04', '2021-01-01', '2021-05-31']);
  });

  it('are no more than forty times, and the first ones', async () => {
    const days = Array.from({ length: 50 }, (_, i) => `${1960 + i}年`);
    const { chunks } = await prepareOne(`${days.join('、')}。`);
    expect(chunks[0]?.times.length).toBeLessThanOrEqual(40);
    expect(chunks[0]?.times[0]?.from).toBe('1960-01-01');
  });

  it('are the places of the chunk and of the headlines, of every chunk', async () => {
    const paragraph = '供水管网改造完成，居民用上了好水。'.repeat(30);
    const body = `${paragraph}\n${paragraph}黄寨镇也通了水。`;
    const { chunks } = await prepareOne(body, { headline: '阳曲县供水管网完工' });
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.every(({ places }) => places.some((code) => code.startsWith('140122')))).toBe(true);
    expect(chunks.at(-1)?.places).toContain('140122100');
    expect(chunks[0]?.places).not.toContain('140122100');
  });

  it('are the newspaper’s home where the text says 全市, and no place where no home is known', async () => {
    const body = '全市供水管网改造完成。';
    expect((await prepareOne(body)).places).toEqual(['1401']);
    expect((await prepareOne(body, { newspaper: '吕梁日报' })).places).toEqual(['1411']);
    expect((await prepareOne(body, { newspaper: null })).places).toEqual([]);
  });

  it('are all divisions of a name that several share', async () => {
    const { places } = await prepareOne('鼓楼区修路。', { newspaper: null });
    expect(places).toEqual(expect.arrayContaining(['320106', '350102']));
  });
});
