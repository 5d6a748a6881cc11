import type { Article } from '../article.js';
import type { Query, TimeExpression } from '../query.js';
import { timeReason, wallReasons } from './answers.js';
import { formatSourceLine } from './source-line.js';

/** Sentences about where a quotation was printed. */

/** One difference: the words that the reader gave and those that are printed. */
export type Difference = { given: string; printed: string };

export const sameWords = (marksDiffer: boolean) =>
  marksDiffer ? '文字与原文一致，标点以原文为准。' : '与原文一致。';

/** 与原文不同：“七件”原文作“六件”；原文没有“了”。 */
export const differs = (differences: readonly Difference[], more: number) =>
  `与原文不同：${differences.map(formatDifference).join('；')}${more > 0 ? `；另有${more}处不同` : ''}。`;

function formatDifference({ given, printed }: Difference): string {
  return `“${given}”原文作“${printed}”`;
}

/** Before a note that is about one of several sentences. */
export const of = (article: Article, note: string) => `${formatSourceLine(article)}：${note}`;

export const printedInSeveral = (articles: number, cited: number, mayBeMore: boolean) =>
  `这句话见于${mayBeMore ? '至少' : ''}${articles}篇稿件${cited < articles ? `，按日期先后列出前${cited}篇` : '，按日期先后列出'}。`;

/** 市长说“…”: who said it may have been put in the reader's own words. */
export const leadNotCompared = (lead: string) =>
  `只核对了引号里的话，引号前的“${lead.replace(/[，,：:\s]+$/u, '')}”没有核对。`;

export const partMissing = (part: string) => `这部分档案中没有找到：“${part}”。`;

/** The smaller part of what was asked: no answer, only said. */
export const onlyPart = (part: string, article: Article) =>
  `其中只有这一部分见于${formatSourceLine(article)}：“${part}”。`;

export const partsApart = () => '所问的几句话在原文中并不相连，或者不在同一篇稿件里。';

export const isHeadline = (article: Article) => `这是一篇稿件的标题：${formatSourceLine(article)}。`;

/** Outside the time that the question names. */
export const otherTime = ({ times }: Query) =>
  `所问的时间（${times.map(sayTime).join('，')}）内没有找到这句话，以下出自其他日期的报纸。`;

export const printedAtOtherTime = (article: Article) =>
  `所问的时间以外，这句话见于：${formatSourceLine(article)}。`;

/** What was looked for where, and is not there. */
export function quotationNotFound({ times, filter }: Query): string {
  const { from, to, ...walls } = filter;
  const days = from === undefined && to === undefined ? [] : [`${from ?? ''}至${to ?? ''}`];
  const within = [...times.map(sayTime), ...days, ...wallReasons(walls)];
  return `档案中没有找到这句话${within.length > 0 ? `（${within.join('，')}）` : ''}。`;
}

const sayTime = (time: TimeExpression): string =>
  time.relative || time.slides ? timeReason(time) : time.text;

/** Only a hint, no answer. */
export const nearestSentence = (article: Article, sentence: string) =>
  `最接近的一句是“${sentence}”（${formatSourceLine(article)}），与所问的不是同一句话。`;
