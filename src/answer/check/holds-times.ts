import { overlaps } from '../../text/span.js';
import { belongs } from './belongs.js';
import type { Evidence } from './evidence-text.js';
import type { Facts } from './find-facts.js';
import { findSpokenTimes, ONE_SPAN, saysTime } from './find-spoken-times.js';

/** The issue itself is spoken of: 2023年2月10日《澄州日报》报道. */
const OF_ISSUE = /报道|刊登|刊载|刊发|日报|晚报|早报|报纸|消息|当天的报/u;

/** Whether each time of a sentence is told by its quotes, the headline or the issue date, and is of the right thing. */
export function holdsTimes(said: Facts, evidence: readonly Evidence[], askedOn: string): boolean {
  const today = findSpokenTimes(said.text, askedOn);
  return said.times.every((time) => {
    const now = today.find(({ start }) => start === time.start);
    // 今年 in an answer is the year of asking; kept from an old article it would be a lie.
    const isOff = now?.from !== time.from || now.to !== time.to;
    if (time.isDeictic && !time.isFloating && isOff && !isMadePlain(time, said)) return false;
    const right = evidence.flatMap((one) =>
      one.facts.times.filter((other) => overlaps(other, one) && saysTime(time, other)),
    );
    const rivals = evidence.flatMap(({ facts }) => facts.times.filter((other) => contradicts(time, other)));
    if (right.length) return belongs(time, right, rivals);
    if (evidence.some(({ around }) => around.times.some((other) => saysTime(time, other))))
      return rivals.length === 0;
    return rivals.length === 0 && isOfIssue(said.text, time, evidence);
  });
}

/** 2023年2月9日，…今年首场降雪: the year is told beside it. */
function isMadePlain({ text, from }: Facts['times'][number], { times }: Facts): boolean {
  const isWritten = (other: Facts['times'][number]) => !other.isDeictic && /\d{4}年/u.test(other.text);
  return (
    /今年/u.test(text) &&
    times.some((other) => isWritten(other) && other.from.slice(0, 4) === from.slice(0, 4))
  );
}

/** 今年 is no other time than a day of this year. */
function contradicts(time: Facts['times'][number], other: Facts['times'][number]): boolean {
  const contains = !other.isFloating && other.from <= time.from && time.to <= other.to;
  return !saysTime(time, other) && !contains;
}

/** The issue's year or month may be put to what is printed in it; its day only to the printing. */
function isOfIssue(text: string, time: Facts['times'][number], evidence: readonly Evidence[]): boolean {
  const { from, to, isFloating } = time;
  const serves = from === to ? OF_ISSUE.test(text) : ONE_SPAN.test(time.text);
  return (
    serves &&
    !isFloating &&
    evidence.some(({ issueDate }) => issueDate !== null && from <= issueDate && issueDate <= to)
  );
}
