import { findPlaces } from '../text/find-places.js';
import { findTimes } from '../text/find-times.js';
import { dropAsking } from '../text/stop-words.js';
import { tagWords } from '../text/words.js';

/** 那晋源区呢？, 乳腺癌呢, 去年呢: what is left when the frame is taken away is all that is new. */
const FOLLOW_UP = /^(?:那么?|还有|换成|改成)?\s*(.{1,20}?)\s*(?:呢|又?(?:怎么样|如何)呢?)\s*[？?。]?$/u;
const STARTS_AS_FOLLOW_UP = /^(?:那么?|还有|换成|改成)(?!里|些|个|时|年)/u;
/** Characters; longer, and what stands before 呢 is a question of its own. */
const MAX_FRAGMENT = 8;
/** Characters of a question that names nothing, and of what is left of it without what asks. */
const MAX_ELLIPTIC = { question: 8, subject: 3 };

/** A question that leans on the one before it → the full question; any other stays as it is and inherits nothing. */
export function completeQuestion(question: string, history: readonly string[], today: string): string {
  const before = findFullQuestion(history, today);
  if (before && isElliptic(question)) return `${dropAsking(before)} ${question}`;
  const fragment = parseFollowUp(question);
  if (!fragment || !before) return question;
  const times = findTimes(before, today);
  const newTime = findTimes(fragment, today)[0];
  if (newTime && newTime.text.length >= fragment.length - 1) {
    const old = times[0];
    return old ? before.slice(0, old.start) + newTime.text + before.slice(old.end) : newTime.text + before;
  }
  const oldPlace = findPlaces(before)[0];
  if (findPlaces(fragment)[0] && oldPlace) return before.replace(oldPlace, fragment);
  return replaceLikest(before, fragment);
}

/** 花了多少钱, 末班车几点: a question so short that what it is about must have been named before. */
function isElliptic(question: string): boolean {
  const bare = question.replace(/[？?。，\s]/gu, '');
  const subject = dropAsking(bare).replace(/[了的\s]/gu, '');
  return (
    bare.length <= MAX_ELLIPTIC.question &&
    subject.length <= MAX_ELLIPTIC.subject &&
    subject !== bare &&
    !/呢$/u.test(bare) &&
    !findPlaces(bare).length
  );
}

/** The new words of a follow-up; null where the question stands by itself. */
function parseFollowUp(question: string): string | null {
  const trimmed = question.trim();
  const framed = FOLLOW_UP.exec(trimmed);
  const fragment = framed?.[1];
  if (!fragment || dropAsking(fragment).length === 0) return null;
  return fragment.length <= MAX_FRAGMENT || STARTS_AS_FOLLOW_UP.test(trimmed) ? fragment : null;
}

/** The latest question that stood by itself, completed by the follow-ups behind it. */
function findFullQuestion(history: readonly string[], today: string): string | null {
  const last = history[history.length - 1];
  if (last === undefined) return null;
  return parseFollowUp(last) || isElliptic(last) ? completeQuestion(last, history.slice(0, -1), today) : last;
}

/** Puts the fragment in the place of the noun that ends like it: 宫颈癌 → 乳腺癌; else in front of the question. */
function replaceLikest(before: string, fragment: string): string {
  const ending = fragment.at(-1) ?? '';
  const nouns = tagWords(before).filter(({ tag, word }) => /^(?:n|j|x|l|i)/u.test(tag) && word.length >= 2);
  const likest = nouns.find(({ word }) => word.endsWith(ending));
  return likest && before.includes(likest.word)
    ? before.replace(likest.word, fragment)
    : `${fragment} ${before}`;
}
