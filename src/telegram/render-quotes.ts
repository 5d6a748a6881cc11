import type { Article } from '../domain/article.js';
import { formatSignedSource } from '../domain/wording/source-line.js';
import { showText } from './show-text.js';

type Span = { start: number; end: number };

/** Around a quote a reader wants its paragraph; of one that runs over a whole page, so much on each side. */
const AROUND = 400;
const SENTENCE_ENDS = /[。！？!?；;]+[”’」』）)》】]*/gu;

/** Quotes of an article, bold in their paragraphs, under the source line; a paragraph is shown once. */
export function renderQuotes(article: Article, numbers: string, quotes: readonly Span[]): string {
  const blocks: { span: Span; quotes: Span[] }[] = [];
  for (const quote of [...quotes].sort((a, b) => a.start - b.start)) {
    const span = findParagraphs(article.body, quote);
    const last = blocks.at(-1);
    if (last !== undefined && span.start <= last.span.end) {
      last.span.end = Math.max(last.span.end, span.end);
      last.quotes.push(quote);
    } else blocks.push({ span, quotes: [quote] });
  }
  const shown = blocks.map(({ span, quotes: marked }) => renderBlock(article.body, span, marked));
  return [`${numbers} ${showText(formatSignedSource(article))}`.trim(), ...shown].join('\n\n');
}

/** The paragraphs that hold the quote, less what is far from it. */
function findParagraphs(body: string, { start, end }: Span): Span {
  const from = body.lastIndexOf('\n', start - 1) + 1;
  const newline = body.indexOf('\n', end);
  const to = newline < 0 ? body.length : newline;
  return {
    start: start - from > AROUND ? start - tailFrom(body.slice(start - AROUND, start)) : from,
    end: to - end > AROUND ? end + headTo(body.slice(end, end + AROUND)) : to,
  };
}

/** How much of the text in front is kept: from the end of its first sentence on. */
function tailFrom(before: string): number {
  const [first] = before.matchAll(SENTENCE_ENDS);
  return first === undefined ? before.length : before.length - first.index - first[0].length;
}

/** How much of the text behind is kept: to the end of its last sentence. */
function headTo(behind: string): number {
  const last = [...behind.matchAll(SENTENCE_ENDS)].at(-1);
  return last === undefined ? behind.length : last.index + last[0].length;
}

function renderBlock(body: string, span: Span, quotes: readonly Span[]): string {
  let html = isCutBefore(body, span.start) ? '……' : '';
  let at = span.start;
  for (const { start, end } of quotes) {
    if (end <= at && at > span.start) continue;
    const from = Math.max(start, at);
    html += `${showText(body.slice(at, from))}<b>${showText(body.slice(from, end))}</b>`;
    at = end;
  }
  return `${html}${showText(body.slice(at, span.end))}${isCutBehind(body, span.end) ? '……' : ''}`.trim();
}

const isCutBefore = (body: string, at: number): boolean => at > 0 && body[at - 1] !== '\n';
const isCutBehind = (body: string, at: number): boolean => at < body.length && body[at] !== '\n';
