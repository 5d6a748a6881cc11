import { fold } from '../../text/fold.js';
import { findClauses, type Span } from '../../text/split-sentences.js';
import type { Keyword } from './keyword-weights.js';

/** Where in a sentence the answer stands, and how close the words of the question stand to it. */
export type Located = {
  /** A value of the kind that is asked for; else it is a clause. */
  isValue: boolean;
  /** In UTF-16 offsets of the sentence. */
  span: Span;
  /** 0 to 1: the weight of the question's words, each by its distance from the span. */
  near: number;
  /** 0 to 1: how close the last word stands, whose value is asked for: 实际投资多少钱 → 投资. */
  asked: number;
};

/** At so many characters a word counts half. */
const HALF = 16;
/** A mark between two clauses counts as so many characters. */
const CLAUSE_MARK = 6;

/** The value (or, where none is asked for, the clause) that the question's words stand closest to. */
export function locateAnswers(
  sentence: string,
  keywords: readonly Keyword[],
  values: readonly Span[],
): Located[] {
  const folded = fold(sentence);
  const places = keywords.map(({ text }) => findAll(folded, text));
  const total = keywords.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const last = keywords.findLastIndex(({ isGeneric }) => !isGeneric);
  const spans = values.length ? values : findClauses(sentence);
  return (spans.length ? spans : [{ start: 0, end: sentence.length }])
    .map((span) => {
      let near = 0;
      let asked = 0;
      for (const [index, { weight, text }] of keywords.entries()) {
        const found = places[index] ?? [];
        const closeness = found.length
          ? Math.max(...found.map((at) => closenessOf(folded, at, at + text.length, span)))
          : 0;
        near += weight * closeness;
        if (index === last) asked = closeness;
      }
      return { isValue: values.length > 0, span, near: near / total, asked };
    })
    .sort((a, b) => b.near - a.near);
}

function findAll(folded: string, word: string): number[] {
  const found: number[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) found.push(at);
  return found;
}

function closenessOf(folded: string, start: number, end: number, span: Span): number {
  const [from, to] = end <= span.start ? [end, span.start] : [span.end, start];
  if (to <= from) return 1;
  const between = folded.slice(from, to);
  const marks = between.match(/[，,；;：:。！？!?]/gu)?.length ?? 0;
  return 1 / (1 + (between.length + marks * CLAUSE_MARK) / HALF);
}
