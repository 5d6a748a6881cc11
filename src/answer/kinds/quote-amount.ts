import type { Query } from '../../domain/query.js';
import { fold } from '../../text/fold.js';
import type { Claim } from '../claim.js';
import type { Evidence } from '../evidence/evidence.js';
import { presence } from '../evidence/presence.js';
import { cutClauses } from './cut-clauses.js';
import { findAmount, findMeasured } from './find-amount.js';
import { isHeadlined } from './find-articles-about.js';
import { nameWords } from './name-words.js';

/** Characters of the clauses that give a number. */
const LENGTH = 50;
/** 加装 is there in 加快安装. */
const NEARLY_THERE = 0.7;

/**
 * The clauses of the best sentence that gives an amount of what is measured, of an article that is headed by the thing
 * before others; none where no sentence does.
 */
export function quoteAmount(label: string, query: Query, evidence: readonly Evidence[]): Claim[] {
  const measured = findMeasured(query);
  const words = nameWords(label);
  const giving = evidence.filter(
    ({ text }) => presence(fold(text), measured) >= NEARLY_THERE && findAmount(text, measured) !== null,
  );
  const best = giving.find(({ article }) => isHeadlined(article, words)) ?? giving[0];
  if (!best) return [];
  const { article, span, text } = best;
  const said = findAmount(text, measured)?.said ?? '';
  const { start, end } = cutClauses(article.body, span, [...query.keywords, said], LENGTH);
  return [{ text: article.body.slice(start, end), quotes: [{ article, start, end }] }];
}
