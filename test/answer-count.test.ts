import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';

const line = (article: object) => JSON.stringify(article);
const AGENCY =
  '青河大桥11月2日合龙。大桥横跨青河，主桥长六百二十米，桥面设双向四车道和两条人行道，施工单位用了十九个月完成主体结构，较工期提前四十天，两岸群众出行将不再绕行三十公里。';
const ARTICLES = [
  {
    newspaper: '澄州日报',
    date: '2023-03-01',
    page: '1',
    headline: '青河大桥开工',
    text: '青河大桥3月1日开工。工期两年。',
  },
  { newspaper: '澄州日报', date: '2024-11-03', page: '1', headline: '青河大桥合龙', text: AGENCY },
  { newspaper: '汀阳晚报', date: '2024-11-04', page: '2', headline: '青河大桥昨合龙', text: AGENCY },
  { headline: '桥边人家', text: '老船工住在渡口。他说，青河大桥通了，船就停了。' },
  {
    newspaper: '澄州日报',
    date: '2024-05-01',
    headline: '青河治理',
    text: '青河两岸新栽柳树。全县改造老桥三座。',
  },
  { newspaper: '澄州日报', date: '2024-06-01', headline: '双河大桥检修', text: '双河大桥6月1日起检修。' },
];

const openArchive = (articles: readonly object[] = ARTICLES) =>
  openArchiveOf([writeFiles({ 'all.jsonl': articles.map(line).join('\n') })]);

async function ask(text: string, articles: readonly object[] = ARTICLES) {
  const { service } = await openArchive(articles);
  return service.ask({ question: text, askedOn: '2024-11-25', filter: {}, history: [] });
}

describe('how often something was printed', () => {
  it('tells the number, the days and the reprints, and cites each article by the words that name the thing', async () => {
    const { found, mode, sentences, citations, notes } = await ask('青河大桥报道了几次');
    expect({ found, mode }).toEqual({ found: true, mode: 'extractive' });
    expect(sentences).toEqual([
      {
        text: '写到“青河大桥”的报道共4篇，其中3篇标题点明，其中1篇为转载，最早2023年3月1日，最近2024年11月4日，另有1篇日期不详。',
        citations: [1, 2, 3, 4],
      },
      { text: expect.stringContaining('2024年11月4日：青河大桥11月2日合龙。'), citations: [1] },
      { text: expect.stringContaining('2024年11月3日：'), citations: [2] },
      { text: '2023年3月1日：青河大桥3月1日开工。', citations: [3] },
      { text: '日期不详：他说，青河大桥通了，船就停了。', citations: [4] },
    ]);
    expect(citations.map(({ headline }) => headline)).toEqual([
      '青河大桥昨合龙',
      '青河大桥合龙',
      '青河大桥开工',
      '桥边人家',
    ]);
    expect(notes.join()).toMatch(/计数办法：.*同一句/u);
  });

  it.each([
    ['within a year, as printed', '2024年青河大桥报道了几次', 2],
    ['in one newspaper', '汀阳晚报报道过几次青河大桥', 1],
    ['with what happened to it', '有多少篇关于青河大桥合龙的报道', 2],
  ])('counts %s: %s', async (_, text, count) => {
    const { sentences } = await ask(text);
    expect(sentences[0]?.text).toContain(`共${count}篇`);
    expect(sentences).toHaveLength(count + 1);
  });

  it('takes the place in a dateline for no subject', async () => {
    const text = '某某日报青河8月11日电（记者 甲一）全国大桥检修完毕。';
    const { found } = await ask('青河大桥报道了几次', [{ newspaper: '澄州日报', date: '2024-08-12', text }]);
    expect(found).toBe(false);
  });

  it.each([
    ['of which nothing is printed', '月亮大桥报道了几次', ''],
    ['in a newspaper that is not held', '东海日报报道过几次青河大桥', '档案中没有《东海日报》。'],
    ['in a year of which nothing is held', '2019年青河大桥报道了几次', ''],
  ])('says that nothing is found of a thing %s: %s', async (_, text, note) => {
    const { found, sentences, notes } = await ask(text);
    expect({ found, sentences }).toEqual({ found: false, sentences: [] });
    expect(notes.join()).toContain(note);
    expect(notes.join()).toContain('档案现有');
  });

  it('answers a question for a number in an article from the article', async () => {
    const { sentences } = await ask('全县改造了几座老桥');
    expect(sentences[0]?.text).toContain('三座');
  });

  it('counts what a reader counts who looks through all articles, and shows the newest ten', async () => {
    const { archive, service } = await openArchive(
      Array.from({ length: 60 }, (_, at) => ({
        newspaper: '澄州日报',
        date: `2024-0${1 + (at % 9)}-1${at % 10}`,
        headline: `第${at}篇`,
        text: `${at % 3 ? '白塔公园' : '红旗公园'}${at}日有活动。${at % 2 ? '市民很多。' : '门票免费。'}`,
      })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('白塔公园', '红旗公园'),
        fc.constantFrom(
          {},
          { from: '2024-03-01' },
          { to: '2024-05-15' },
          { from: '2024-02-01', to: '2024-07-31' },
        ),
        async (park, filter) => {
          let expected = 0;
          for await (const { body } of archive.listArticles(filter)) if (body.includes(park)) expected++;
          const question = `${park}报道了几次`;
          const answer = await service.ask({ question, askedOn: '2024-11-25', filter, history: [] });
          expect(answer.sentences[0]?.text).toContain(`共${expected}篇`);
          expect(answer.citations).toHaveLength(Math.min(10, expected));
        },
      ),
      { numRuns: 12 },
    );
  });
});
