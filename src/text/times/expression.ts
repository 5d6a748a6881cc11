import { OPEN_FROM, OPEN_TO } from '../../domain/query.js';
import { addDays, addMonths } from '../calendar.js';
import { isInsideWord, skipName } from './names.js';
import { TO } from './numerals.js';
import { readPlain } from './readers.js';
import { matchAt, type Reader, type Reading, type Scan } from './reading.js';

const UNTIL = /截(?:至|止)(?:到|至)?\s?/uy;
const JOINED = new RegExp(TO, 'uy');
const SINCE = /(?:以来|至今(?![年天日早晚])|迄今|到现在)/uy;
const COMPARED = new RegExp(
  '(前后|左右)|(前夕)|(以前|之前)|' +
    '(前(?![后往来去夕三两二四五几半天年日方面线锋期身任述沿景提排端置者段十0-9]))|' +
    '(以后|之后|后(?![半勤期续天备方面台来者辈代卫补]))|' +
    '(起(?![来点步草诉重义伏飞火因源码到跑租初床立诺])|开始(?!的))',
  'uy',
);

/** A list goes on within so many days: 12月30日、1月3日, but not 2月8日、1月3日. */
const LISTED_DAYS = 62;
/** Days around a feast that 春节前, 国庆后 and 春节前夕 mean. */
const AROUND_FESTIVAL = { side: 15, eve: 7 };

/** A whole expression: 截至去年底, 2月6日至27日, 2020年以前, 今年以来. */
export const readExpression: Reader = (scan, at) => {
  const until = matchAt(UNTIL, scan.text, at);
  const start = at + (until?.[0].length ?? 0);
  const plain = readListed(scan, start) ?? readPlain(scan, start);
  if (!plain) return null;
  const whole = readJoined(scan, plain);
  if (until) return scan.article ? whole : { ...whole, from: OPEN_FROM, grain: 'span' };
  return readSince(scan, whole) ?? readCompared(scan, whole) ?? whole;
};

/** 2023年2月6日、13日、20日: one that goes on in a list is of the month and the year of the one before it. */
function readListed(scan: Scan, at: number): Reading | null {
  const { previous, text } = scan;
  if (!previous || at !== previous.end + 1 || !/[、和及与]/u.test(text[previous.end] ?? '')) return null;
  if (previous.from === OPEN_FROM || previous.to === OPEN_TO) return null;
  const listed = readPlain({ ...scan, anchor: previous.from }, at);
  if (!listed || listed.relative || !listed.slides || listed.from > addDays(previous.to, LISTED_DAYS))
    return null;
  return { ...listed, relative: previous.relative, slides: previous.slides };
}

/** 2月6日至27日, 2020年到2022年, 去年12月到今年2月: from the first day of the one to the last of the other. */
function readJoined(scan: Scan, first: Reading): Reading {
  const joint = matchAt(JOINED, scan.text, first.end);
  if (!joint) return first;
  const at = first.end + joint[0].length;
  if (skipName(scan.text, at) > at || (joint[0] !== '-' && isInsideWord(scan.text, at))) return first;
  const last = readPlain({ ...scan, anchor: first.from }, at);
  if (!last || last.to < first.from) return first;
  return {
    from: first.from,
    to: last.to,
    end: last.end,
    relative: first.relative || last.relative,
    slides: first.slides && last.slides,
    grain: 'span',
  };
}

/** 2020年以来, 今年以来, 2020年至今: until now, so it needs today. */
function readSince({ text, today }: Scan, since: Reading): Reading | null {
  const word = matchAt(SINCE, text, since.end);
  if (!word) return null;
  // 3月以来, said in February, is since the March that was.
  const from = since.from > today && since.slides ? addMonths(since.from, -12) : since.from;
  const to = from <= today ? today : OPEN_TO;
  return { ...since, from, to, end: since.end + word[0].length, relative: true, grain: 'span' };
}

/**
 * 2020年以前, 2月8日前, 2020年之后, 3月1日起, 2020年前后. In an article such words stay the day that they name (6月底前完成,
 * 3月1日起施行): an open end would let it meet every question.
 */
function readCompared(scan: Scan, time: Reading): Reading | null {
  const parts = matchAt(COMPARED, scan.text, time.end);
  if (!parts || time.grain === 'span') return null;
  const [all, around, eve, before, by, after] = parts;
  const rest = { ...time, end: time.end + all.length, grain: 'span' as const };
  if (around) return { ...rest, ...widen(time) };
  if (time.grain === 'festival') return { ...rest, ...beside(time, Boolean(eve), Boolean(before ?? by)) };
  if (eve) return { ...rest, from: addDays(time.from, -AROUND_FESTIVAL.eve), to: addDays(time.from, -1) };
  if (scan.article) return null;
  if (before ?? by)
    return { ...rest, from: OPEN_FROM, to: by && isDeadline(scan, time) ? time.to : addDays(time.from, -1) };
  if (all === '开始' && !/[从自]/u.test(scan.text.slice(Math.max(0, time.end - 16), time.end))) return null;
  return { ...rest, from: after && time.grain === 'day' ? addDays(time.to, 1) : time.from, to: OPEN_TO };
}

/** 2月8日前完成, 6月底前: that day still counts. 2020年前 does not reach into 2020. */
function isDeadline({ text }: Scan, { grain, end }: Reading): boolean {
  return grain === 'day' || /[底末旬]/u.test(text[end - 1] ?? '');
}

/** 前后 is one year, one month, one week or three days more on either side. */
function widen({ from, to, grain }: Reading): { from: string; to: string } {
  if (grain === 'year') return { from: addMonths(from, -12), to: addMonths(to, 12) };
  if (grain === 'month') return { from: addMonths(from, -1), to: addDays(addMonths(addDays(to, 1), 1), -1) };
  const days = grain === 'day' ? 3 : 7;
  return { from: addDays(from, -days), to: addDays(to, days) };
}

/** 春节前 is the fortnight before the feast, 春节前夕 the week, 春节后 the fortnight behind it. */
function beside({ from, to }: Reading, eve: boolean, before: boolean): { from: string; to: string } {
  if (eve) return { from: addDays(from, -AROUND_FESTIVAL.eve), to: addDays(from, -1) };
  return before
    ? { from: addDays(from, -AROUND_FESTIVAL.side), to: addDays(from, -1) }
    : { from: addDays(to, 1), to: addDays(to, AROUND_FESTIVAL.side) };
}
