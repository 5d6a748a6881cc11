import { describe, expect, it } from 'vitest';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';

type Line = { newspaper?: string; date?: string; headline?: string; text: string };

async function ask(text: string, lines: readonly Line[], askedOn = '2024-11-25') {
  const { service } = await openArchiveOf([
    writeFiles({ 'all.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') }),
  ]);
  return service.ask({ question: text, askedOn, filter: {}, history: [] });
}

const BRIDGE: Line[] = [
  {
    newspaper: '澄州日报',
    date: '2023-02-10',
    headline: '石渡大桥3月开工',
    text: '本报讯 石渡大桥将于3月18日开工，总投资3.6亿元，工期二十个月。\n县交通局局长范立群说，大桥建成后，两岸群众不必再坐渡船。',
  },
  {
    newspaper: '澄州日报',
    date: '2024-11-20',
    headline: '石渡大桥通车',
    text: '本报讯 石渡大桥昨日通车，总投资3.8亿元，比概算增加两千万元。\n三百多名群众步行走过大桥。',
  },
  {
    newspaper: '汀阳晚报',
    date: '2024-11-21',
    headline: '图书馆新馆开放',
    text: '本报讯 汀阳市图书馆新馆开放，设阅览座位1200个。',
  },
];

describe('what counts as evidence', () => {
  it('is a value of the kind that is asked for, in the words of the question', async () => {
    const { sentences } = await ask('图书馆新馆有多少个阅览座位', BRIDGE);
    expect(sentences.map(({ text }) => text)).toEqual(['汀阳市图书馆新馆开放，设阅览座位1200个。']);
  });

  it('is shown once where it answers two things that are asked', async () => {
    const text = '四兴村安置点建成安置房293套，安置村民804人。';
    const { sentences } = await ask('四兴村安置点有多少套安置房，安置了多少人', [{ text }]);
    expect(sentences.map((sentence) => sentence.text)).toEqual([text]);
  });

  it.each([
    ['no value of that kind', '图书馆新馆哪一年建成'],
    ['another thing of the same kind', '图书馆新馆有多少个停车位'],
    ['another place', '青沙县图书馆新馆有多少个阅览座位'],
    ['another year', '2019年石渡大桥总投资多少'],
    ['nothing of what is named', '澄州机场的旅客吞吐量是多少'],
  ])('is not %s', async (_, question) => {
    const { found, citations, notes } = await ask(question, BRIDGE);
    expect({ found, citations }).toEqual({ found: false, citations: [] });
    expect(notes.join()).toContain('档案现有');
  });

  it.each([
    ['谁出席了澄州市两会', '2023-02-12'],
    ['哪些人出席了澄州市两会', '2023-02-12'],
    ['谁参加了青沙县的义务植树', '2023-02-12'],
  ])('names somebody where that is asked: %s', async (question, askedOn) => {
    const lines = [
      {
        newspaper: '澄州日报',
        date: '2023-02-10',
        text: '全国、全省、澄州的工作部署陆续下达，科学确定了时间表、路线图、任务书。\n转型保持定力是澄州的关键。\n青沙县的义务植树从上午九点开始，共栽下八百棵柳树。',
      },
    ];
    expect((await ask(question, lines, askedOn)).found).toBe(false);
  });

  it('names the person who is asked for', async () => {
    const lines = [
      { text: '青沙县召开教育工作会议。\n县教育局副局长陶思齐主持会议。\n会议确定了路线图、时间表。' },
    ];
    const { sentences } = await ask('谁主持了青沙县教育工作会议', lines);
    expect(sentences[0]?.text).toContain('陶思齐');
  });

  it('holds a number of the question as it is multiplied', async () => {
    const lines = [{ text: '2024年11月8日，石渡大桥的过桥车辆累计超过160万辆。' }];
    expect((await ask('石渡大桥过桥车辆什么时候超过160万辆', lines)).found).toBe(true);
    expect((await ask('石渡大桥过桥车辆什么时候超过160辆', lines)).found).toBe(false);
  });

  it('is the very day that a question for the time names itself', async () => {
    const lines = [{ text: '2024年2月19日，青沙县十二所中小学开学。\n县教育局提醒家长错峰接送。' }];
    expect((await ask('2024年2月19日青沙县中小学何时开学', lines)).found).toBe(true);
    expect((await ask('2024年2月20日青沙县中小学何时开学', lines)).found).toBe(false);
  });

  it('is of the day with which an undated article opens', async () => {
    const lines = [{ text: '2021年6月5日，青沙县通报防疫工作。截至6月4日24时，全县累计接种疫苗2525人。' }];
    expect((await ask('截至2021年6月4日，青沙县累计接种疫苗多少人', lines)).found).toBe(true);
    expect((await ask('截至2020年6月4日，青沙县累计接种疫苗多少人', lines)).found).toBe(false);
  });

  it.each(['年底', '明年上半年', '第三季度', '春节前'])('is %s where a time is asked for', async (when) => {
    const lines = [{ text: `石渡大桥主墩已经封顶，预计${when}通车，两岸群众不必再绕行。` }];
    const { found, answer } = await ask('石渡大桥什么时候通车', lines);
    expect({ found, says: answer.includes(when) }).toEqual({ found: true, says: true });
  });

  it('is a dynasty where a time is asked for', async () => {
    const lines = [{ text: '五色丝线系臂的习俗，汉代已有，端午节里家家户户照做。' }];
    expect((await ask('五色丝线系臂的习俗什么时候开始有的', lines)).found).toBe(true);
  });

  it('is what several articles say rather than what one says', async () => {
    const text = (amount: string) => `青河大桥的总投资是${amount}。`;
    const lines = ['2亿元', '3亿元', '3亿元', '3亿元'].map((amount, at) => ({
      text: `${text(amount)}第${'一二三四'[at]}次报道。`,
    }));
    const { sentences } = await ask('青河大桥总投资多少', lines);
    expect(sentences[0]?.text).toBe(text('3亿元'));
  });
});

describe('the order of what is shown', () => {
  it('puts the sentence that answers before what its article prints above it', async () => {
    const text = '青河大桥引道预算2亿元。大桥昨日通车。青河大桥总投资3亿元。';
    const { sentences } = await ask('青河大桥总投资多少', [{ date: '2024-11-20', text }]);
    expect(sentences[0]?.text).toBe('青河大桥总投资3亿元。');
  });

  it('lets no numbered list of something else stand for a sentence that names what is asked', async () => {
    const answer = '青河救助计划涉及的人群包括老人、儿童和残疾人。';
    const { sentences } = await ask('青河救助计划涉及哪些人群', [
      { text: answer },
      { text: '青河救助计划培训会召开，涉及人群安全。一是落实责任；二是加强巡查；三是储备物资。' },
    ]);
    expect(sentences[0]?.text).toBe(answer);
  });
});

describe('the days of what is shown', () => {
  it('put the later of two figures first, and the answer says so', async () => {
    const { sentences, notes } = await ask('石渡大桥总投资多少', BRIDGE);
    expect(sentences[0]?.text).toContain('3.8亿元');
    expect(sentences[1]?.text).toContain('3.6亿元');
    expect(notes.join()).toContain('2024年11月20日、2023年2月10日');
  });

  it('are said where the present is asked for and print is old', async () => {
    const { notes } = await ask('汀阳市图书馆新馆现在有多少个阅览座位', BRIDGE, '2025-11-25');
    expect(notes.join()).toContain('出自2024年11月21日的报纸');
  });

  it('tell when 昨日 was', async () => {
    const { sentences } = await ask('石渡大桥什么时候通车', BRIDGE);
    expect(sentences[0]?.text).toContain('昨日〔2024年11月19日〕通车');
  });
});
