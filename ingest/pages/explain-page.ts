import * as wording from '../../src/domain/wording/explain.js';
import type { WholeArticle } from '../continue/continue-articles.js';
import type { RawArticle } from '../raw-article.js';
import type { Join, JoinReason } from './find-joins.js';
import type { Issue } from './issue/find-issue.js';
import type { PageParts } from './take-apart.js';

/** Characters of each end of a body. */
const SHOWN = 16;

type PagePart = PageParts['articles'][number];

/**
 * How a page was taken apart, for a person: each article with its lines, headline, signature, what was joined and why,
 * what is doubtful, both ends of its body; what belongs to no article. `whole` are its articles with their other pages.
 */
export function explainPage(
  path: string,
  issue: Issue,
  parts: PageParts,
  whole: readonly WholeArticle[],
): string {
  return [
    wording.explainPage(path, issue, parts.articles.length),
    ...parts.articles.map((part, index) => explainArticle(index + 1, part, whole)),
    ...explainFurniture(parts),
  ].join('\n');
}

function explainArticle(number: number, part: PagePart, whole: readonly WholeArticle[]): string {
  const { article, lines, reasons } = part;
  const headline = [article.kicker, article.headline, article.subheadline].filter(Boolean).join('｜');
  const details = [
    [wording.explainLines(formatRanges(lines)), wording.explainColumn(article.column), article.byline]
      .filter(Boolean)
      .join('，'),
    reasons.headlineLines.length &&
      wording.explainHeadline(formatRanges(reasons.headlineLines), reasons.headlineWords),
    reasons.bylineLines.length && wording.explainByline(formatRanges(reasons.bylineLines)),
    ...reasons.joins.map(explainJoin),
    ...explainContinuation(part, whole),
    wording.explainTruncated(article.truncated),
    reasons.doubtful.length && wording.explainDoubtful(formatRanges(reasons.doubtful)),
    formatEnds(article),
  ];
  return [
    `  ${number}. ${wording.explainKind(article.kind)} ${headline || wording.explainNoHeadline()}`,
    ...details.filter(Boolean).map((detail) => `     ${detail}`),
  ].join('\n');
}

const explainJoin = ({ lastLine, nextLine, reasons }: Join): string =>
  wording.explainJoin(lastLine, nextLine, reasons.map(explainReason));

function explainReason(reason: JoinReason): string {
  switch (reason.kind) {
    case 'word':
      return wording.joinedInWord(reason.seam);
    case 'sentence':
      return wording.joinedAsSentence();
    case 'quote':
      return wording.joinedByQuote();
    case 'list':
      return wording.joinedByList(reason.from, reason.to);
    case 'shared':
      return wording.joinedByWords(reason.words);
    case 'next':
      return wording.joinedInOrder();
  }
}

/** 下转 and 上接: with what the article was joined, or that nothing fits. */
function explainContinuation(part: PagePart, whole: readonly WholeArticle[]): string[] {
  const markers = [part.continuedFrom, part.continuedOn].filter((marker) => marker !== null);
  const joined = whole.find(({ parts }) => parts.some(({ article }) => article.body === part.article.body));
  const pages = (joined?.parts ?? []).filter(({ article }) => article.body !== part.article.body);
  return markers.map((marker) => {
    const other = pages.find(({ page }) => page.issue.page === marker.page);
    return wording.explainMarker(marker.direction, marker.page, other?.page.path ?? null);
  });
}

function formatEnds({ body }: RawArticle): string {
  const line = body.replaceAll('\n', '⏎');
  return line.length > SHOWN * 2 ? `${line.slice(0, SHOWN)}……${line.slice(-SHOWN)}` : line;
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
