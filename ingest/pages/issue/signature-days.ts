import type { Line } from '../blocks/line.js';
import { findPrintedDays, type PrintedDay } from './printed-day.js';
import type { PrintedWords } from './printed-words.js';

/** A day that a notice is signed with, or that the page calls today; YYYY-MM-DD. */
export type PageDay = PrintedWords & { day: string };

/** Characters; more before the day are no signatory. */
const LONGEST_SIGNATORY = 30;
const SIGNATORY =
  /(?:局|委|委员会|政府|公司|医院|厅|部|中心|办|办公室|法院|检察院|学院|大学|社|会|站|所|队|处|校|行|集团|厂|店|园|馆|组|室|院|署|庭|人|公告|通知|通告|声明)[）)]?$/u;
/** The line before says what a lone day is of: a deadline, an opening of bids. */
const OTHER_DAY = /(?:[:：至到自]|时间|日期|期限|截止)$/u;
const TODAY = /今[天日](?:天气|是|为)?[（(，,：: ]?$/u;
/** Characters before a day in which a quotation may have begun. */
const QUOTATION = 300;
const QUOTED = /[“「][^”」]*$/u;

/** The days that end notices: alone on a line, in brackets, or behind the one that signs. */
export function findSignatureDays(lines: readonly Line[]): PageDay[] {
  const signed = lines.map((line, index) => readSignature(line, lines[index - 1], lines[index + 1]));
  return mergeDays(signed.flatMap((day) => day ?? []));
}

function readSignature(line: Line, before: Line | undefined, after: Line | undefined): PageDay | null {
  if (line.text.length > LONGEST_SIGNATORY * 2) return null;
  const printed = findPrintedDays(line.text).at(-1);
  if (!printed || /[^）)\s]/u.test(line.text.slice(printed.end))) return null;
  const signatory = line.text
    .slice(0, printed.start)
    .trim()
    .replace(/[（(]$/u, '');
  if (signatory) return SIGNATORY.test(signatory) && isShort(signatory) ? toPageDay(line, printed) : null;
  if (isLoneDay(before) || isLoneDay(after) || OTHER_DAY.test(before?.text ?? '')) return null;
  return toPageDay(line, printed);
}

const isShort = (text: string): boolean => text.length <= LONGEST_SIGNATORY && !/[，。；：:]/u.test(text);

/** Lone days next to each other are a table. */
function isLoneDay(line: Line | undefined): boolean {
  const printed = line && findPrintedDays(line.text)[0];
  return printed?.start === 0 && printed.end === line?.text.length;
}

/** The days that the page itself calls today, 今天（2023年2月10日）; never inside a quotation. */
export function findToday(lines: readonly Line[]): PageDay[] {
  const found = lines.flatMap((line) =>
    /今[天日]/u.test(line.text)
      ? findPrintedDays(line.text).flatMap((printed) => {
          const before = line.text.slice(Math.max(0, printed.start - QUOTATION), printed.start);
          return TODAY.test(before) && !QUOTED.test(before) ? [toPageDay(line, printed)] : [];
        })
      : [],
  );
  return mergeDays(found);
}

const toPageDay = (line: Line, { day, words }: PrintedDay): PageDay => ({ day, words, lines: line.numbers });

/** The same day printed several times, with all its lines; the latest first. */
function mergeDays(days: readonly PageDay[]): PageDay[] {
  const merged = new Map<string, PageDay>();
  for (const found of days) {
    const known = merged.get(found.day);
    if (known) known.lines.push(...found.lines);
    else merged.set(found.day, { ...found, lines: [...found.lines] });
  }
  return [...merged.values()].sort((a, b) => (a.day < b.day ? 1 : -1));
}
