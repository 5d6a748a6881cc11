import type { Query } from '../../domain/query.js';
import * as wording from '../../domain/wording/kinds.js';
import { isYesNoQuestion } from '../../query/yes-no-question.js';
import { fold } from '../../text/fold.js';
import { tagWords } from '../../text/words.js';
import type { Extract } from '../extract.js';
import type { Gathered } from '../gather-evidence.js';
import { presence } from '../presence.js';
import { cutClauses } from './cut-clauses.js';

/** Characters of the sentence. */
const LENGTH = 80;
/** What a word counts of which most characters are there (建成 in 建设完成). */
const NEARLY_THERE = 0.7;
const SAYS = /^(?:v|a|l|i)/u;

/**
 * 石渡大桥通车了吗: the sentence that decides it, which holds what is asked whether; null for another question, no
 * claims where no sentence does. A 是 or 否 of our own would be a claim that no quote can be checked against.
 */
export async function answerYesNo(
  query: Query,
  gather: (question: string) => Promise<Gathered>,
): Promise<Extract | null> {
  if (!isYesNoQuestion(query.text)) return null;
  const { evidence, notes } = await gather(query.text);
  const words = findDeciding(query);
  const deciding = evidence.find(({ text }) => {
    const folded = fold(text);
    return !words.length || words.some((word) => presence(folded, word) >= NEARLY_THERE);
  });
  if (!deciding) return { claims: [], notes: [] };
  const { article, span } = deciding;
  const { start, end } = cutClauses(article.body, span, query.keywords, LENGTH);
  const text = wording.reported(article.body.slice(start, end));
  return { claims: [{ text, quotes: [{ article, start, end }] }], notes };
}

/** The verbs and adjectives that are asked about, else the last word. */
function findDeciding({ text, keywords }: Query): string[] {
  const tags = new Map(tagWords(text).map(({ word, tag }) => [word, tag]));
  const saying = keywords.filter((word) => SAYS.test(tags.get(word) ?? ''));
  return saying.length ? saying : keywords.slice(-1);
}
