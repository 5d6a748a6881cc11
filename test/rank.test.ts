import { expect, it } from 'vitest';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';

type Line = { headline?: string; text: string; newspaper?: string; date?: string };
const FILLER = '会议由有关部门负责人主持，与会人员就下一步工作作了交流，并对全年任务作出安排。';

/** The headlines (or first characters) of the hits, best first. */
async function rank(question: string, lines: readonly Line[], askedOn = '2024-02-12') {
  const text = lines.map((line, index) =>
    JSON.stringify({ id: `${index}`, newspaper: '澄州日报', date: '2024-02-10', ...line }),
  );
  const { service } = await openArchiveOf([writeFiles({ 'articles.jsonl': text.join('\n') })]);
  const { hits } = await service.search({ question, askedOn, filter: {}, history: [] }, 10);
  return hits;
}

const sourceIds = (hits: Awaited<ReturnType<typeof rank>>) => hits.map(({ article }) => article.sourceId);

it('puts the words side by side and in order before the same words scattered', async () => {
  const hits = await rank('石渡大桥合龙', [
    { text: `大桥镇举行运动会。${FILLER}石渡县的队伍夺冠，合龙村第二。` },
    { text: `昨天上午，石渡大桥合龙。${FILLER}` },
  ]);
  expect(sourceIds(hits)[0]).toBe('1');
});

it('puts the article whose headline says it before one that mentions it in passing', async () => {
  const hits = await rank('图书馆新馆开馆', [
    { headline: '全市文化工作综述', text: `${FILLER}图书馆新馆开馆。${FILLER}` },
    { headline: '图书馆新馆开馆', text: `${FILLER}图书馆新馆开馆。${FILLER}` },
  ]);
  expect(sourceIds(hits)[0]).toBe('1');
});

it('prefers the place that is asked for, by its short name too', async () => {
  const story = (place: string) => ({ text: `${place}今年办好十件民生实事，涉及教育和医疗。${FILLER}` });
  const hits = await rank('阳曲今年的民生实事', [story('娄烦县'), story('清徐县'), story('阳曲县')]);
  expect(sourceIds(hits)[0]).toBe('2');
});

it.each([
  ['石渡大桥总投资多少', '石渡大桥总投资可观，各方高度重视。', '石渡大桥总投资9亿元，各方高度重视。'],
  ['石渡大桥什么时候通车', '石渡大桥通车在即，村民盼望已久。', '石渡大桥2024年3月1日通车，村民盼望已久。'],
])('%s: prefers the sentence that holds a value of the asked kind', async (question, without, value) => {
  const hits = await rank(question, [{ text: without + FILLER }, { text: value + FILLER }]);
  expect(sourceIds(hits)[0]).toBe('1');
});

it('prefers the article of the time that is asked for', async () => {
  const text = `澄州市公布民生实事清单。${FILLER}`;
  const hits = await rank('澄州市2023年的民生实事', [
    { text, date: '2022-02-10' },
    { text, date: '2024-02-10' },
    { text, date: '2023-02-10' },
  ]);
  expect(sourceIds(hits)[0]).toBe('2');
});

it('counts freshness only where the current state is asked for', async () => {
  const lines = [
    { text: `澄州市自来水价格每吨3元。${FILLER}`, date: '2024-01-10' },
    { text: `澄州市自来水价格每吨2元。${FILLER}`, date: '2022-01-10' },
  ];
  const freshOf = async (question: string) =>
    (await rank(question, lines)).map(
      ({ parts }) => parts.find(({ feature }) => feature === 'fresh')?.points ?? 0,
    );
  const asked = await rank('澄州市目前的自来水价格', lines);
  expect(sourceIds(asked)[0]).toBe('0');
  expect(await freshOf('澄州市目前的自来水价格')).not.toContain(0);
  expect(await freshOf('澄州市自来水价格')).toEqual([0, 0]);
});

it('explains each score by parts that add up to it, of at most 1', async () => {
  const hits = await rank('石渡大桥2024年总投资多少', [
    { headline: '石渡大桥总投资9亿元', text: `石渡大桥2024年总投资9亿元。${FILLER}` },
    { text: `石渡县的桥。${FILLER}` },
  ]);
  expect(hits.length).toBe(2);
  for (const { score, parts } of hits) {
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 10);
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThanOrEqual(1);
    for (const { value } of parts) expect(value).toBeLessThanOrEqual(1);
    expect(parts.find(({ feature }) => feature === 'closeness')?.points).toBe(0);
  }
});
