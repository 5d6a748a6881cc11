import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLines } from '../ingest/pages/blocks/line.js';
import { findIssue } from '../ingest/pages/issue/find-issue.js';
import { parsePageFacts } from '../ingest/pages/issue/page-facts.js';

const read = (page: string) => parsePageFacts(cleanLines(page));
const NOTHING = { newspaper: null, date: null, page: null };
const STORY = '\n\n市里修路\n\n本报讯 全市修路的消息传来，大家都很高兴。\n';

describe('a masthead tells newspaper, day and page', () => {
  it.each([
    ['2024年2月7日 星期三 农历癸卯年十二月廿八 第1版 要闻', null, '2024-02-07', '1'],
    [
      '澄 州 日 报\n\n2023年2月10日 星期五\n农历癸卯年正月二十\n第24567号 今日8版',
      '澄州日报',
      '2023-02-10',
      null,
    ],
    ['澄\n州\n日\n报\n2023年2月10日 星期五', '澄州日报', '2023-02-10', null],
    ['汀阳晚报\n2023年2月\n10\n星期五', '汀阳晚报', '2023-02-10', null],
    ['汀阳晚报\n10 星期五\n2023年2月', '汀阳晚报', '2023-02-10', null],
    ['2023年\n2月10日\n星期五\nA3 要闻\n责任编辑 苏禾', null, '2023-02-10', 'A3'],
    ['二〇二三年二月十日 星期五\n综合新闻\n第四版', null, '2023-02-10', '4'],
    ['二○二三年二月十日 总第1203期', null, '2023-02-10', null],
    ['２０２３ 年 ２ 月 １０ 日 星期五', null, '2023-02-10', null],
    ['2 0 2 3 年 2 月 1 0 日 星期五', null, '2023-02-10', null],
    ['澄州日报 2023.2.10 星期五 责编：苏禾 校对：柳如眉', '澄州日报', '2023-02-10', null],
    ['04 要闻 2023年2月10日 星期五', null, '2023-02-10', '4'],
  ])('%s', (masthead, newspaper, date, page) => {
    expect(read(masthead + STORY)).toMatchObject({ newspaper, date, page, dateSource: 'text' });
    expect(read(STORY + masthead)).toMatchObject({ newspaper, date, page, dateSource: 'text' });
  });

  it('does not believe a day whose weekday the calendar does not know, and says so', () => {
    const { date, evidence } = read(`2023年2月10日 星期四 第3版${STORY}`);
    expect(date).toBeNull();
    expect(evidence).toEqual(['第1行“2023年2月10日 星期四”与日历不符（那天是星期五），不作依据']);
  });

  it('gives the year of a masthead without one only where the page prints it and the weekday agrees', () => {
    const masthead = '2月10日 星期五 第3版';
    expect(read(masthead + STORY)).toMatchObject({ date: null, page: '3' });
    expect(read(`${masthead}${STORY}\n2023年是开局之年。`)).toMatchObject({
      date: '2023-02-10',
      dateSource: 'inferred',
      evidence: ['第1行“2月10日 星期五”，年份据第7行“2023年”，星期相符'],
    });
    expect(read(`${masthead}${STORY}\n2024年是关键之年。`).date).toBeNull();
  });
});

describe('what looks like a masthead and is none', () => {
  const filler = '甲乙丙丁戊己庚辛，壬癸子丑寅卯辰巳午未。\n'.repeat(12);
  it.each([
    ['a day of an event', `${filler}开标时间：2023年3月1日 星期三\n${filler}`],
    ['a day of an event without a word beside it', `${filler}2023年3月1日 星期三\n${filler}`],
    ['a timetable', '2023年2月13日 星期一\n2023年2月14日 星期二\n2023年2月15日 星期三'],
    ['a newspaper that is quoted', '据《澄州日报》2023年2月10日星期五报道，春天来了。'],
    ['the publisher', '澄州日报社出版'],
    ['an address', 'www.example.com 澄州日报'],
    ['the paper itself', '本报'],
    ['an order and its day', '澄州市人民政府令 第3号'],
  ])('%s', (_, page) => {
    expect(read(page)).toMatchObject({ newspaper: null, date: null });
  });

  it('takes no page number from where an article goes on, nor from a list of pages', () => {
    expect(read(`下转第4版${STORY}`).page).toBeNull();
    expect(read(`今日8版${STORY}`).page).toBeNull();
    expect(read(`2版\n${filler}3版\n${filler}4版`).page).toBeNull();
  });
});

describe('findIssue', () => {
  const lines = cleanLines(`澄州日报\n2023年2月10日 星期五${STORY}`);
  it('says which name or masthead the date rests on', () => {
    expect(findIssue('页.txt', lines, NOTHING)).toEqual({
      newspaper: '澄州日报',
      issueDate: '2023-02-10',
      issueDateSource: 'text',
      issueDateEvidence: '第2行“2023年2月10日 星期五”是报头，星期相符',
      page: null,
    });
    expect(findIssue('20230210-04.txt', lines, NOTHING)).toMatchObject({
      issueDateSource: 'file',
      issueDateEvidence: '文件名“20230210”',
      page: '4',
    });
  });

  it('says aloud where the masthead names another day', () => {
    const other = '但第2行“2023年2月10日 星期五”是报头，日期不同';
    expect(findIssue('20230211.txt', lines, NOTHING)).toMatchObject({
      issueDate: '2023-02-11',
      issueDateEvidence: `文件名“20230211”；${other}`,
    });
    expect(findIssue('页.txt', lines, { ...NOTHING, date: '2023-02-12' })).toMatchObject({
      issueDate: '2023-02-12',
      issueDateSource: 'given',
      issueDateEvidence: other,
    });
  });
});

describe('laws', () => {
  const words = [
    '2023年',
    '2月',
    '10日',
    '星期五',
    '星期四',
    '第4版',
    '澄州日报',
    '3月20日',
    '本报讯 ',
    '今天',
    '，',
    '。',
  ];
  const more = [
    '二〇二四年二月七日',
    '2025年',
    '第1203期',
    '\n',
    '\n\n',
    ' ',
    '某局',
    '去年',
    '农历正月二十',
    '2022.3.5',
  ];
  const page = fc.array(fc.constantFrom(...words, ...more), { maxLength: 40 }).map((parts) => parts.join(''));

  it('gives no year that is not printed on the page', () => {
    fc.assert(
      fc.property(page, (text) => {
        const year = read(text).date?.slice(0, 4);
        expect(!year || text.replace('二〇二四', '2024').includes(year)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('says the same of the same page each time', () => {
    fc.assert(
      fc.property(page, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
    );
  });

  it('gives no day that the printed weekday contradicts', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...'日一二三四五六'), (date, weekday) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = day.split('-').map(Number);
        const found = read(`澄州日报\n${year}年${month}月${dayOfMonth}日 星期${weekday}`).date;
        expect(found).toBe('日一二三四五六'[date.getUTCDay()] === weekday ? day : null);
      }),
    );
  });
});
