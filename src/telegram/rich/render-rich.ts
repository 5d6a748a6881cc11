import type { Answer, Citation } from '../../domain/answer.js';
import { formatSignedSource } from '../../domain/wording/source-line.js';
import * as wording from '../../domain/wording/telegram-rich.js';
import { groupByArticle, type SourceGroup } from '../render-answer.js';
import { showText } from '../show-text.js';

/**
 * Telegram takes 32,768 “UTF-8 characters”: so many Chinese ones stay below it even if it counts bytes. What is longer
 * is read more easily in several messages.
 */
const LONGEST = 10_000;

/** Marks at the end of a sentence: [1][2] */
const MARKS = /(?<= )(?:\[\d+\])+$/gm;

/**
 * An answer in Telegram's rich HTML: the same words as `renderAnswer` shows, its marks linked to the source lines as
 * footnotes, and the quotes folded behind them. null for one that has no sources or is too long.
 */
export function renderRich(answer: Answer, limits: readonly string[]): string | null {
  const sources = groupByArticle(answer.citations);
  if (sources.length === 0) return null;
  const html = [
    paragraph(linkMarks(showText(answer.answer), sources)),
    ...sources.map(formatFootnote),
    ...[...answer.notes, ...limits].map((remark) => paragraph(`<i>${showText(remark)}</i>`)),
    foldQuotes(answer.citations),
  ].join('');
  return html.length > LONGEST ? null : html;
}

/** Rich HTML knows no line breaks but those of tags. */
export const breakLines = (html: string): string => html.replaceAll('\n', '<br>');

const paragraph = (html: string): string => `<p>${breakLines(html)}</p>`;

/** All marks of an article lead to its one footnote. */
function linkMarks(html: string, sources: readonly SourceGroup[]): string {
  const names = new Map(sources.flatMap((source) => source.citations.map(({ n }) => [n, nameOf(source)])));
  return html.replace(MARKS, (marks) =>
    marks.replace(/\[(\d+)\]/g, (mark, n) => {
      const name = names.get(Number(n));
      return name === undefined ? mark : `<a href="#${name}">${mark}</a>`;
    }),
  );
}

function formatFootnote(source: SourceGroup): string {
  const [first] = source.citations;
  const line = first === undefined ? '' : showText(formatSignedSource(first));
  return paragraph(`<tg-reference name="${nameOf(source)}">${source.numbers} ${line}</tg-reference>`);
}

const nameOf = ({ citations }: SourceGroup): string => `source-${citations[0]?.n}`;

function foldQuotes(citations: readonly Citation[]): string {
  const quotes = citations.map(({ n, quote }) => paragraph(showText(wording.quoted(n, quote.trim()))));
  return `<details><summary>${wording.quotesTitle()}</summary>${quotes.join('')}</details>`;
}
