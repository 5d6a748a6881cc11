import * as wording from '../../src/domain/wording/ingest.js';
import type { RawArticle } from '../raw-article.js';
import type { Issue } from './find-issue.js';
import type { PageParts } from './take-apart.js';

/** Characters of each end of a body. */
const SHOWN = 16;

/** How a page was taken apart, for a person: each article with its lines, headline, byline and both ends of its body. */
export function explainPage(path: string, issue: Issue, parts: PageParts): string {
  return [
    wording.explainPage(path, issue, parts.articles.length),
    ...parts.articles.map(({ article, lines }, index) => explainArticle(index + 1, article, lines)),
    ...explainFurniture(parts),
  ].join('\n');
}

function explainArticle(number: number, article: RawArticle, lines: readonly number[]): string {
  const headline = [article.kicker, article.headline, article.subheadline].filter(Boolean).join('｜');
  const body = article.body.replaceAll('\n', '⏎');
  const ends = body.length > SHOWN * 2 ? `${body.slice(0, SHOWN)}……${body.slice(-SHOWN)}` : body;
  return [
    `  ${number}. ${wording.explainKind(article.kind)} ${headline || wording.explainNoHeadline()}`,
    `     ${[wording.explainLines(formatRanges(lines)), article.column, article.byline].filter(Boolean).join('，')}`,
    `     ${ends}`,
  ].join('\n');
}

function explainFurniture(parts: PageParts): string[] {
  if (!parts.furniture.length) return [];
  const entries = parts.furniture.map(
    ({ text, lines }) => `    ${wording.explainLines(formatRanges(lines))}：${text}`,
  );
  return [`  ${wording.explainFurniture()}`, ...entries];
}

/** 3, 4, 5, 9 → 3–5、9; print lines set with a blank line between count as neighbours. */
function formatRanges(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges[ranges.length - 1];
    if (last && line <= last[1] + 2) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}
