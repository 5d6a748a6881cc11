import type { Side } from './compare/ask-of-side.js';
import { comparePlaces } from './compare/compare-places.js';
import { compareThings } from './compare/compare-things.js';
import { compareTimes } from './compare/compare-times.js';
import { DIFFERENT, findWhichIsMore } from './compare/comparing-words.js';

export type CompareQuestion = {
  sides: Side[];
  /** The sides are two times of the same thing. */
  ofTimes: boolean;
};

const COMMAND = /^(?:请|帮我|麻烦)*(?:对比|比较|比一?[比下])/u;
const OPENING = /^(?:请问|请|帮我|把|对比|比较|比一?比|比?一下|说说|想知道|[，,\s])+/u;
/** A的X比B多几件: what of the two is more shows when both stand beside each other. */
const EXCESS =
  /^(.{2,}?)的(.{2,}?)比(?![去今明前上本]|\d)(.{2,}?)(?:的\2)?(?:要|会)?[多少]了?(?:几.|多少|哪些|什么|哪几.).{0,3}?[呢啊吗]*[？?。！!\s]*$/u;

/** A question that puts two to four places, times or things beside each other; null where nothing is compared. */
export function parseCompareQuestion(text: string, askedOn: string): CompareQuestion | null {
  const bare = text.replace(OPENING, '').replace(EXCESS, '$1和$3的$2有什么不同');
  const isCommand = COMMAND.test(text) && !DIFFERENT.test(bare) && !findWhichIsMore(bare);
  const asked = isCommand ? `${bare.replace(/[？?。！!\s]+$/u, '')}有什么不同` : bare;
  const times = compareTimes(asked);
  if (times) return { sides: times, ofTimes: true };
  const sides = comparePlaces(asked, askedOn) ?? compareThings(asked);
  return sides && { sides, ofTimes: false };
}
