import { describe, expect, it } from 'vitest';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';

const deeds = (newspaper: string, date: string, place: string, ...items: string[]) => ({
  newspaper,
  date,
  headline: `${place}公布今年民生实事`,
  text: `${place}公布今年民生实事。${items.map((item, at) => `${'一二三四'[at]}是${item}`).join('；')}。`,
});
const NEWS = [
  deeds('澄州日报', '2023-02-10', '青沙县', '新建幼儿园2所', '改造公路58公里'),
  deeds('澄州日报', '2024-02-06', '青沙县', '新建小学1所', '改造户厕1500座', '建成体育馆'),
  deeds('澄州日报', '2024-02-07', '望河区', '加装电梯60部', '建设社区食堂8个'),
  deeds('澄州日报', '2023-02-11', '望河区', '加装电梯45部', '建设口袋公园9处'),
];

async function ask(text: string, articles: readonly object[] = NEWS, askedOn = '2024-11-25') {
  const lines = articles.map((article) => JSON.stringify(article)).join('\n');
  const { service } = await openArchiveOf([writeFiles({ 'all.jsonl': lines })]);
  return service.ask({ question: text, askedOn, filter: {}, history: [] });
}

describe('two sides of a comparison', () => {
  it('stand one below the other, each with its day, its items and its own citation', async () => {
    const { answer, found } = await ask('青沙县今年民生实事比去年多了什么');
    expect(found).toBe(true);
    expect(answer).toBe(
      [
        '【今年】（2024年2月6日报）',
        '一是新建小学1所 [1]',
        '二是改造户厕1500座 [1]',
        '三是建成体育馆。 [1]',
        '【去年】（2023年2月10日报）',
        '一是新建幼儿园2所 [2]',
        '二是改造公路58公里。 [2]',
      ].join('\n'),
    );
  });

  it('are of the same year where the question names none', async () => {
    const { citations } = await ask('青沙县和望河区的民生实事有什么区别');
    expect(citations.map(({ issueDate }) => issueDate)).toEqual(['2024-02-06', '2024-02-07']);
  });

  it('give their numbers and what these differ by', async () => {
    const { answer, notes } = await ask('望河区去年和今年加装电梯哪年多');
    expect(answer).toMatch(/【去年】.*\n.*45部.*\n【今年】.*\n.*60部/u);
    expect(notes.join()).toContain('今年60部，去年45部，相差15部');
  });

  it.each([
    ['a year', '青沙县2022年和2023年民生实事有什么不同', '【2022年】档案中没有找到'],
    ['a place', '青沙县和槐南区的民生实事有什么区别', '【槐南区】档案中没有找到'],
  ])('say plainly that %s is not held', async (_, text, note) => {
    const { found, answer, notes } = await ask(text);
    expect(found).toBe(true);
    expect(answer.match(/【/gu)).toHaveLength(1);
    expect(notes.join()).toContain(note);
  });

  it('stay one year apart where the newest year held stands in for this one', async () => {
    const { answer, notes } = await ask('青沙县今年民生实事比去年多了什么', NEWS, '2026-11-25');
    expect(answer).toMatch(/【今年】（2024年2月6日报）[\s\S]*【去年，按2023年】（2023年2月10日报）/u);
    expect(notes.join()).toContain('“去年”相应取2023年');
  });

  it('never stand on the same undated page', async () => {
    const [first] = NEWS;
    const undated = { headline: first?.headline, text: first?.text };
    const { answer, notes } = await ask('青沙县今年民生实事比去年多了什么', [undated]);
    expect(answer).toContain('【今年】（日期不详）');
    expect(answer).not.toContain('【去年】');
    expect(notes.join()).toContain('【去年】档案中没有找到');
  });

  it('are refused where neither is held', async () => {
    expect(await ask('乙山县和丙山县的民生实事有什么区别')).toMatchObject({ found: false, sentences: [] });
  });
});
