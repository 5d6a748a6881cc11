import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLines } from '../ingest/pages/blocks/line.js';
import { inferDate } from '../ingest/pages/issue/infer-date.js';
import { addDays } from '../src/text/calendar.js';

const infer = (page: string) => inferDate(cleanLines(page), null);
const report = (day: string, rest = '') => `本报讯（记者 柳如眉）${day}，全市水利工作会议召开。${rest}`;
const notice = (day: string) =>
  `关于暂停供水的公告\n\n因管道改造，3月1日至3月5日停水。\n\n澄州市水务局\n${day}`;

describe('the signature of a notice tells the day', () => {
  it.each([
    ['alone', notice('2023年2月10日')],
    ['in Chinese numerals', notice('二〇二三年二月十日')],
    ['behind who signs', '停水公告\n澄州市水务局 2023年2月10日'],
    ['in brackets', '停水公告\n特此公告（2023年2月10日）'],
    ['after the latest report', `${report('2月9日')}\n\n${notice('2023年2月10日')}`],
    ['across the turn of the year', `${report('1月31日')}\n\n${notice('2023年2月3日')}`],
    ['two that agree', `${notice('2023年2月10日')}\n\n${notice('2023年2月10日')}`],
    ['two that do not: the later', `${notice('2023年2月6日')}\n\n${notice('2023年2月10日')}`],
  ])('%s', (name, page) => {
    expect(infer(page).date).toBe(name === 'across the turn of the year' ? '2023-02-03' : '2023-02-10');
  });

  it('takes of two notices the later that the reports allow', () => {
    const page = `${report('2月9日')}\n\n${notice('2023年2月10日')}\n\n${notice('2023年5月1日')}`;
    expect(infer(page).date).toBe('2023-02-10');
  });

  it('names the lines that it stands on, and the latest report', () => {
    expect(infer(`${report('2月9日')}\n\n${notice('2023年2月10日')}`).evidence).toEqual([
      '落款第8行“2023年2月10日”',
      '最晚的消息日期是第1行“2月9日”',
    ]);
  });

  it.each([
    ['a report is later', `${report('2月12日')}\n\n${notice('2023年2月10日')}`, '2023-02-12'],
    ['a report is of the same day', `${report('2月10日')}\n\n${notice('2023年2月10日')}`, '2023-02-10'],
  ])('but not where %s: then the day is not known', (_, page, earliest) => {
    const { date, evidence } = infer(page);
    expect(date).toBeNull();
    expect(evidence.join()).toContain(`不早于 ${earliest}`);
  });

  it('but not where the page speaks of a later year as past', () => {
    expect(infer(`${notice('2020年2月10日')}\n\n会议总结2024年工作。`).date).toBeNull();
  });
});

describe('a day that the page calls today', () => {
  it('is the day of the issue', () => {
    expect(infer('天气\n今天是2023年2月10日，晴。').date).toBe('2023-02-10');
  });

  it('is not, where somebody is quoted', () => {
    expect(infer('他在日记里写道：“今天是2003年2月10日，晴。”').date).toBeNull();
  });
});

describe('reports alone tell the day before which the page was not printed', () => {
  it.each([
    [
      [report('3月20日'), report('3月18日', '会议总结2024年工作，部署2025年工作。')],
      '不早于 2025-03-20（第1行“3月20日”，年份据第3行“2025年”）',
    ],
    [
      [report('8月18日'), '会议听取2021年上半年工作。'],
      '不早于 2021-08-18（第1行“8月18日”，年份据第3行“2021年”）',
    ],
    [
      [report('1月2日'), report('12月30日'), '2024年的钟声敲响。'],
      '不早于 2024-01-02（第1行“1月2日”，年份据第5行“2024年”）',
    ],
    [
      [report('12月28日', '会议部署2025年工作。')],
      '不早于 2024-12-28（第1行“12月28日”，年份据第1行“2025年”）',
    ],
    [[report('2023年2月9日')], '不早于 2023-02-09（第1行“2023年2月9日”）'],
    [[report('3月20日', '今年水利投资增加。')], '最晚的消息日期是第1行“3月20日”，版面上没有可靠的年份'],
    [
      [report('3月20日', '到2035年建成水网，力争2028年通水。')],
      '最晚的消息日期是第1行“3月20日”，版面上没有可靠的年份',
    ],
  ])('%s', (paragraphs, evidence) => {
    expect(infer(paragraphs.join('\n\n'))).toEqual({ date: null, evidence: [evidence] });
  });
});

describe('days that are no issue dates', () => {
  it.each([
    ['reception days', '接访时间：2月6日、2月13日、2月27日。'],
    ['a deadline', '报名截止日期：\n2023年3月1日'],
    ['a table', '2023年3月1日\n2023年3月2日\n2023年3月3日'],
    ['an announced event', '本报讯 3月20日起，图书馆将延长开放时间。'],
    ['a span', '公示期：2023年2月10日至2023年2月17日'],
    ['a day in a sentence', '他于2023年2月10日出生在澄州市水务局。'],
    ['a day that does not exist', notice('2023年2月30日')],
  ])('%s', (_, page) => {
    expect(infer(page)).toEqual({ date: null, evidence: [] });
  });
});

describe('laws', () => {
  const days = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2015-01-01', days));
  const inChinese = (day: string) => {
    const [year, month, date] = day.split('-').map(Number);
    return `${year}年${month}月${date}日`;
  };

  it('never dates a page before a report or a notice that it holds', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -20, max: 20 }), (signed, later) => {
        const told = addDays(signed, later);
        const monthAndDay = inChinese(told).slice(5);
        const { date } = infer(`${report(monthAndDay)}\n\n${notice(inChinese(signed))}`);
        expect(date === null || (date >= signed && date > told)).toBe(true);
      }),
    );
  });

  it('gives no date that is not printed as a whole', () => {
    fc.assert(
      fc.property(fc.array(days, { maxLength: 4 }), fc.array(days, { maxLength: 4 }), (signed, told) => {
        const page = [
          ...told.map((day) => report(inChinese(day).slice(5))),
          ...signed.map((day) => notice(inChinese(day))),
        ];
        const { date } = infer(page.join('\n\n'));
        expect(date === null || signed.includes(date)).toBe(true);
      }),
    );
  });
});
