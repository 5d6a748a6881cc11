import { readFileSync } from 'node:fs';
import { takeApart } from '../../ingest/pages/take-apart.js';
import type { GoldArticle } from './make-page/made-page.js';
import { type PageScore, scorePage } from './make-page/score-page.js';

/** First and last line, 1-based. */
type LineRange = readonly [number, number];

/** An article of a page that a person has marked by line numbers. */
export type MarkedArticle = {
  headline: string | null;
  byline: string | null;
  /** In reading order. */
  body_lines: readonly LineRange[];
};

/** What words of a byline are no names. */
const NO_NAMES = /本报记者|记者|通讯员|文\/摄|摄影|摄|作|新华社/gu;

/** Text of some ranges of a page's lines, in the order of the ranges. */
const textOf = (lines: readonly string[], ranges: readonly LineRange[]): string =>
  ranges.map(([from, to]) => lines.slice(from - 1, to).join('')).join('');

export const readLines = (path: string): string[] => readFileSync(path, 'utf8').split('\n');

/** Takes a marked page apart and scores what was found against what the person has marked. */
export function scoreMarkedPage(lines: readonly string[], marked: readonly MarkedArticle[]): PageScore {
  return scoreLines(
    lines,
    marked.map(({ headline, byline, body_lines }) => ({
      headlines: headline === null ? [] : [headline],
      byline: (byline ?? '')
        .replace(NO_NAMES, ' ')
        .split(/[\s、]+/u)
        .filter(Boolean),
      bodyText: textOf(lines, body_lines),
    })),
  );
}

/** An article of a page whose words may not be copied: nothing but where they stand. */
export type LocatedArticle = {
  /** In printed order of the decks. */
  headline_lines: readonly LineRange[];
  /** In reading order. */
  body_lines: readonly LineRange[];
  /** For each name its line, 1-based, and the characters' offsets in it, the end exclusive; null where nobody signs. */
  byline: readonly (readonly [line: number, start: number, end: number])[] | null;
};

/** The same where the person has marked places only. */
export function scoreLocatedPage(lines: readonly string[], located: readonly LocatedArticle[]): PageScore {
  return scoreLines(
    lines,
    located.map(({ headline_lines, body_lines, byline }) => ({
      headlines: headline_lines.map((range) => textOf(lines, [range])),
      byline: (byline ?? []).map(([line, start, end]) => lines[line - 1]?.slice(start, end) ?? ''),
      bodyText: textOf(lines, body_lines),
    })),
  );
}

function scoreLines(lines: readonly string[], articles: readonly GoldArticle[]): PageScore {
  return scorePage(
    takeApart(lines.join('\n')).articles.map(({ article }) => article),
    articles,
  );
}

/** Scores by page → a table for whoever reads why a floor was not kept, lowest body first. */
export function formatScores(scores: readonly (readonly [string, PageScore])[]): string {
  const cell = (value: number | null) => (value?.toFixed(3) ?? '—').padStart(8);
  const rows = [...scores]
    .sort(([, one], [, other]) => one.bodyF1 - other.bodyF1)
    .map(
      ([name, { bodyF1, headline, byline, spurious }]) =>
        `${name.padEnd(28)}${[bodyF1, headline, byline].map(cell).join('')}${String(spurious).padStart(9)}`,
    );
  const heading = `${'page'.padEnd(28)}${['bodyF1', 'headline', 'byline'].map((name) => name.padStart(9)).join('')} spurious`;
  return [heading, ...rows].join('\n');
}
