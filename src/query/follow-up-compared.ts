import { parseCompareQuestion } from './compare-question.js';
import { parseFrame } from './follow-up-frame.js';
import { findNamedPlaces } from './follow-up-places.js';

const WITH =
  /^(?:和|与|跟|同|比起?)(.{2,8}?)(?:相比|比较|比)?[，,]?((?:有(?:什么|哪些|啥)(?:不同|区别|差别|不一样)|(?:哪里|哪儿)不一样|比(?:较|呢)?|哪个.{1,6})[呢啊吗]*[？?。！!\s]*)$/u;

/**
 * What is compared further: 和晋源区有什么区别 puts 晋源区 beside the place of the question before, and 晋源区呢 after a
 * comparison of places beside the first of them. null where nothing is compared with a place.
 */
export function completeCompared(question: string, before: string, today: string): string | null {
  const [first, ...others] = findNamedPlaces(before, today);
  if (!first) return null;
  const [, name = '', asked = ''] = WITH.exec(question.trim()) ?? [];
  if (name && isPlace(name, today) && !others.length) {
    const about = before.slice(first.end).replace(ASKED, '');
    return `${before.slice(0, first.start)}${first.text}和${name}${about}${asked}`;
  }
  const last = others.at(-1);
  const { core, isLed, isSame } = parseFrame(question);
  if (!last || !(isLed || isSame) || !isPlace(core, today)) return null;
  const compared = parseCompareQuestion(before, today);
  if (!compared || compared.ofTimes) return null;
  return `${before.slice(0, first.end)}和${core}${before.slice(last.end)}`;
}

/** What asked for the one place's own. */
const ASKED = /(?:都|分别)?(?:有哪些|是什么|有什么|包括哪些|怎么样|如何)[呢啊吗]*[？?。！!\s]*$/u;

const isPlace = (text: string, today: string): boolean =>
  findNamedPlaces(text, today).some(({ start, end }) => start === 0 && end === text.length);
