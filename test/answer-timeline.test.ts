import { describe, expect, it } from 'vitest';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';

const NEWS = [
  { date: '2023-03-02', headline: '青河大桥开工', text: '青河大桥3月1日开工。工期两年，计划2025年3月建成。' },
  {
    date: '2024-11-03',
    headline: '青河大桥合龙',
    text: '记者从交通局获悉，青河大桥11月2日合龙。大桥主桥长六百二十米。',
  },
  { date: '2024-11-04', headline: '青河大桥合龙', text: '青河大桥11月2日合龙。' },
  { date: '2025-03-21', headline: '青河大桥通车', text: '青河大桥3月20日通车。2023年3月1日，青河大桥开工。' },
  { date: '2024-06-01', headline: '双河大桥检修', text: '双河大桥6月1日起检修，过往车辆绕行。' },
].map((article) => ({ newspaper: '澄州日报', ...article }));

async function ask(text: string, articles: readonly object[] = NEWS, history: readonly string[] = []) {
  const lines = articles.map((article) => JSON.stringify(article)).join('\n');
  const { service } = await openArchiveOf([writeFiles({ 'all.jsonl': lines })]);
  return service.ask({ question: text, askedOn: '2025-04-01', filter: {}, history });
}

describe('the course of something', () => {
  it('tells each turn once, in the order of time, whichever article tells it', async () => {
    const { sentences, notes } = await ask('青河大桥的来龙去脉');
    const texts = sentences.map(({ text }) => text);
    expect(texts).toHaveLength(3);
    expect(texts[0]).toMatch(/^2023年3月1日：.*开工/u);
    expect(texts[1]).toBe('2024年11月2日：青河大桥11月2日合龙。');
    expect(texts[2]).toBe('2025年3月20日：青河大桥3月20日通车。');
    expect(notes.join()).toContain('按时间先后');
  });

  it('tells the newest first where the newest is asked for, also in a follow-up', async () => {
    for (const answer of [
      await ask('青河大桥最新进展'),
      await ask('最新进展呢', NEWS, ['青河大桥什么时候开工']),
    ]) {
      expect(answer.sentences[0]?.text).toBe('2025年3月20日：青河大桥3月20日通车。');
      expect(answer.notes.join()).toContain('从新到旧');
    }
  });

  it('says of undated pages that nobody knows what came first', async () => {
    const undated = [
      { headline: '青河大桥施工忙', text: '青河大桥已完成一半桥墩。' },
      { headline: '青河大桥建设者', text: '青河大桥工地上有四百名工人。' },
    ];
    const { sentences, notes } = await ask('青河大桥进展如何', undated);
    expect(sentences.map(({ text }) => text.slice(0, 5))).toEqual(['日期不详：', '日期不详：']);
    expect(notes.join()).toContain('先后无法确定');
  });

  it('puts the day of print where the sentence tells no day, never a day still to come', async () => {
    const { sentences } = await ask('青河大桥进展如何', [
      {
        newspaper: '澄州日报',
        date: '2023-03-02',
        headline: '青河大桥',
        text: '青河大桥将于2025年3月建成。',
      },
    ]);
    expect(sentences[0]?.text).toBe('2023年3月2日见报：青河大桥将于2025年3月建成。');
  });

  it('finds nothing of a thing that is not in the archive', async () => {
    expect(await ask('月亮隧道的进展如何')).toMatchObject({ found: false, sentences: [] });
  });
});
