import { type FoundTime, findTimes } from '../text/find-times.js';

const YEAR =
  /^((?:(?:19|20)?\d{2}|[一二][〇零○九]..)年(?![代初中底末])|[今去前明后本上]年|大前年)(?:度|的)?(.*)$/u;
const MONTH = /^((?:\d{1,2}|[一二三四五六七八九十]{1,2})月)/u;
/** Parts of a year that 去年呢 asks for again, a year earlier: 上半年, 2月份, 国庆. */
const PART_OF_YEAR =
  /^(?:第?[一二三四1234]季度|[上下]半年|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|年[初中底末]|(?!.*(?:[日号天周五最近前现同期]|本月|个月)).{2,6})$/u;
const FESTIVAL = /春运|两会|春节|国庆|中秋|元宵|清明|端午|五一|元旦|暑假|寒假|高考/u;
const DAY = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/u;

/** The question about another time; one that names none gets it in front. */
export function replaceTime(question: string, time: FoundTime, today: string): string {
  const old = findTimes(question, today)[0];
  if (!old) return time.text + question;
  if (FESTIVAL.test(old.text) && !FESTIVAL.test(time.text) && !splitYear(time.text).year) {
    return time.text + question;
  }
  return question.slice(0, old.start) + mergeTimes(old.text, time) + question.slice(old.end);
}

/** A year keeps the part of the year; a part without a year keeps the year, a day without a month also the month. */
function mergeTimes(old: string, { text, slides }: FoundTime): string {
  const before = splitYear(old);
  const after = splitYear(text);
  if (after.year && !after.part) return PART_OF_YEAR.test(before.part) ? text + before.part : text;
  if (after.year || !slides || /^[今本]/u.test(text)) return text;
  const month = DAY.test(text) ? (MONTH.exec(before.part)?.[1] ?? '') : '';
  return before.year + month + text;
}

function splitYear(text: string): { year: string; part: string } {
  const [, year = '', part = text] = YEAR.exec(text) ?? [];
  return { year, part };
}
