import { dropAsking } from '../text/stop-words.js';
import { completeCompared } from './follow-up-compared.js';
import { completeCourse } from './follow-up-course.js';
import { completeFacet } from './follow-up-facet.js';
import { dropOpening, isChat } from './follow-up-frame.js';
import { completeNewspaper } from './follow-up-newspaper.js';
import { namePointed } from './follow-up-pronoun.js';
import { completeSame } from './follow-up-same.js';

/** Earlier questions that are looked at. */
const KEPT = 12;
/** Characters; a longer text is pasted or stands by itself, nothing leans on it. */
const MAX_BEFORE = 120;
const MAX_FOLLOW_UP = 40;
/** The same again: whatever else there is to it. */
const ASKS_ON = /^(?:还有(?:呢|吗|没有|别的吗?|其他的?吗?)|继续|更多|别的呢|其他的?呢)[呢吗?？。！!]*$/u;

/** A question that leans on what was asked before → the full question; any other stays as it is and inherits nothing. */
export function completeQuestion(question: string, history: readonly string[], today: string): string {
  const before = history.slice(-KEPT).reduce<string | null>((full, asked) => {
    if (asked.length > MAX_BEFORE) return null;
    if (!asksSomething(asked)) return full;
    return dropOpening(lean(asked, full, today)) || full;
  }, null);
  return lean(question, before, today);
}

function lean(question: string, before: string | null, today: string): string {
  if (before === null || question.length > MAX_FOLLOW_UP || isChat(question)) return question;
  if (ASKS_ON.test(question)) return before;
  const pointed = namePointed(question, before, today);
  const named = pointed ?? question;
  return (
    completeCompared(named, before, today) ??
    completeNewspaper(named, before) ??
    completeCourse(named, before, today) ??
    completeSame(named, before, today) ??
    (pointed ? null : completeFacet(named, before, today)) ??
    named
  );
}

/** 你好, ？？？ and 为什么 between two questions name nothing to lean on. */
const asksSomething = (text: string): boolean => !isChat(text) && /[\p{L}\p{N}]/u.test(dropAsking(text));
