import { parseFrame } from './follow-up-frame.js';
import { fillSlots, readSlots } from './follow-up-slots.js';
import { findHappening, findStatement, findTopic } from './follow-up-topic.js';
import { ASKING, cutWords, isSide, join, namesNothing } from './follow-up-words.js';

/** Characters; a longer question names what it is about. */
const MAX_LENGTH = 16;
const WHY = /^(?:这|那)?(?:是)?(?:为什么|为何|为啥|怎么回事|什么原因|啥原因)/u;
const MORE = /^(?:请|能|可以)?(?:再|帮我)?(?:详细|具体|展开|仔细|多|简单)(?:地|再)?(?:说|讲|介绍|谈|列)/u;
const OF_ARTICLE =
  /^(?:谁写的|哪(?:个|位)记者|记者|作者|通讯员|谁(?:报道|采写)|(?:在|登在|刊在)?第?[几哪]版)/u;
/** Asks of what happened, not of a side of the thing: its verb stays (青沙县扩建停车场花了多少钱). */
const HOW_MUCH = /^(?:一共|总共|共)?(?:花|用|要|需要?)(?:了|费)?(?:多少|几[天年]|多久)/u;
/** Opens as only the rest of a sentence does. */
const LACKS_SUBJECT =
  /^(?:涉及|经过|途经|覆盖|惠及|比|较上|和去年|同比|环比|包括|分别|需要|还(?:要|会|能|有[哪谁])|在哪|从哪|到哪|由[谁哪])/u;
const OFFICE = /^(?:现任)?(?:省长|市长|县长|区长|镇长|[省市县区]委书记|书记|副[市县区]长)(?=是|叫|$|姓)/u;

/** Another side of what was asked about: 谁负责, 投资多少, 去年花了多少钱; null where the question names its own thing. */
export function completeFacet(question: string, before: string, today: string): string | null {
  const { core, isLed } = parseFrame(question);
  const asked = question.trim().endsWith(core) ? core : question.trim().slice(question.trim().indexOf(core));
  if (core.length > MAX_LENGTH) return null;
  if (MORE.test(core)) return join(asked.replace(/[？?。！!]$/u, ''), before);
  if (namesSide(core)) return join(findTopic(before, today), asked);
  if (!ASKING.test(asked) && !/^(?:还有|有)/u.test(core)) return null;
  const slots = readSlots(asked.replace(/[？?。！!\s]+$/u, ''), before, today);
  const full = fillSlots(before, slots, today);
  if (!slots.rest || !leans(slots.rest, findTopic(before, today), { isLed, ...slots })) return null;
  const about = findAbout(slots.rest, full, today);
  if (slots.place && !about.includes(slots.place)) return null;
  return join(about, slots.rest) + (/[？?]\s*$/u.exec(question)?.[0] ?? '');
}

/** 门票, 电话 alone. */
const namesSide = (text: string): boolean => text.length >= 2 && cutWords(text).every(isSide);

type Named = { isLed: boolean; time: unknown; place: unknown };

/** A place beside it makes a question whole (太原有多少人), a time does so with a verb (今年怎么放假). */
function leans(rest: string, topic: string, { isLed, time, place }: Named): boolean {
  const own = topic.endsWith(rest.slice(0, 2)) ? rest.slice(2) : rest;
  const subject = own.replace(new RegExp(ASKING, 'gu'), ' ');
  if (OFFICE.test(rest)) return !place;
  if (LACKS_SUBJECT.test(rest)) return !place;
  if (!namesNothing(subject)) return false;
  if (isLed) return true;
  const words = cutWords(subject).filter(({ word }) => /[\p{L}\p{N}]/u.test(word));
  if (place) return words.every(({ tag }) => /^(?:u|d|y|c)/u.test(tag));
  return !time || words.every((word) => isSide(word) || /^(?:u|d|y|c)/u.test(word.tag));
}

function findAbout(rest: string, before: string, today: string): string {
  if (WHY.test(rest)) return findStatement(before, today);
  if (OF_ARTICLE.test(rest)) return `${findStatement(before, today)}的报道`;
  if (HOW_MUCH.test(rest)) return findHappening(before, today);
  const topic = findTopic(before, today);
  if (!OFFICE.test(rest)) return topic;
  return readSlots(topic, '', today).place ?? topic;
}
