import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hit } from '../src/domain/answer.js';
import { groupReprints, markReprints } from '../src/search/reprints.js';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';

const WIRE =
  '省防汛抗旱指挥部昨天发布通知，要求各地加强山洪灾害监测预警，落实包保责任，提前转移危险区群众。' +
  '通知指出，七月下旬进入主汛期，北部山区降雨偏多两成，中小河流和淤地坝是防守重点。' +
  '各县要在三天内查清临河村庄的户数，备足冲锋舟、救生衣和应急照明，夜间安排专人巡查。' +
  '指挥部已派出六个工作组分赴各市督导，发现隐患当场交办，整改情况向社会公开。';
const OTHER =
  '市教育局昨天公布新学年招生办法，城区小学按住址就近入学，报名时间为八月五日至八日。' +
  '家长可在网上提交材料，窗口同时受理。民办学校报名人数超过计划的，由电脑随机录取，过程全程录像。';

const line = (newspaper: string, text: string, date = '2024-07-20') =>
  JSON.stringify({ id: newspaper, newspaper, date, headline: `${newspaper}的标题`, text });

async function search(...lines: string[]): Promise<Hit[]> {
  const { service } = await openArchiveOf([writeFiles({ 'articles.jsonl': lines.join('\n') })]);
  const question = '各县要在三天内查清临河村庄的户数 招生办法';
  return (await service.search({ question, askedOn: '2024-07-21', filter: {}, history: [] }, 10)).hits;
}

describe('one text in two newspapers', () => {
  it.each([
    ['word for word', WIRE],
    ['with the dateline of its own', `新华社太原7月19日电 ${WIRE}`],
    ['with its last sentence cut off', WIRE.slice(0, WIRE.indexOf('指挥部已派出'))],
    ['with other paragraphs', WIRE.replaceAll('。', '。\n')],
  ])('is marked, %s', async (_how, text) => {
    const hits = await search(line('澄州日报', `本报讯 ${WIRE}`), line('汀阳晚报', text));
    expect(hits).toHaveLength(2);
    const [first, second] = hits;
    expect(first?.reprintOf).toBeNull();
    expect(second?.reprintOf).toBe(first?.article.articleId);
  });

  it('is shown once, with both sources', async () => {
    const hits = await search(
      line('澄州日报', `本报讯 ${WIRE}`),
      line('汀阳晚报', WIRE),
      line('石渡报', `本报讯 ${OTHER}`),
    );
    const shown = groupReprints(hits);
    expect(shown).toHaveLength(2);
    const newspapers = shown.map(({ hit, reprints }) =>
      [hit.article, ...reprints].map(({ newspaper }) => newspaper).sort(),
    );
    expect(newspapers).toContainEqual(['汀阳晚报', '澄州日报']);
  });

  it('is not claimed of two reports of one kind', async () => {
    const lastYear = WIRE.replace('北部山区降雨偏多两成', '南部山区降雨与常年持平')
      .replace('各县要在三天内查清临河村庄的户数', '各县要在月底前修好监测站')
      .replace('备足冲锋舟、救生衣和应急照明', '组织一次撤离演练')
      .replace('指挥部已派出六个工作组分赴各市督导', '省水利厅开通了值班电话');
    const hits = await search(line('澄州日报', WIRE), line('汀阳晚报', lastYear, '2023-07-20'));
    expect(hits.map(({ reprintOf }) => reprintOf)).toEqual([null, null]);
  });
});

it('loses no hit and changes no order, whatever is marked', async () => {
  const hits = await search(line('澄州日报', WIRE), line('汀阳晚报', WIRE), line('石渡报', OTHER));
  fc.assert(
    fc.property(fc.shuffledSubarray(hits), (some) => {
      const marked = markReprints(some);
      expect(marked.map(({ chunkId }) => chunkId)).toEqual(some.map(({ chunkId }) => chunkId));
      const shown = groupReprints(marked).flatMap(({ hit, reprints }) => [hit.article, ...reprints]);
      expect(new Set(shown.map(({ articleId }) => articleId))).toEqual(
        new Set(some.map(({ article }) => article.articleId)),
      );
      for (const { reprintOf } of marked) {
        if (reprintOf) expect(shown.some(({ articleId }) => articleId === reprintOf)).toBe(true);
      }
    }),
    { seed: 3, numRuns: 40 },
  );
});
