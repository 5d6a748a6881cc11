import { findDateline } from '../../pages/text/dateline.js';
import { isNumberedCrosshead } from '../../pages/text/label.js';
import { findSignature } from '../../pages/text/signature.js';
import { findLevels } from './find-levels.js';
import type { Paragraph } from './paragraph.js';
import { parseSourceLine, type SourceFacts } from './source-line.js';

/** What one article is made of. */
export type Section = {
  kickers: string[];
  headlines: string[];
  subheadlines: string[];
  body: Paragraph[];
  /** What headings above tell of the issue: 《太原日报》2023年2月10日第4版. */
  facts: SourceFacts;
};

type Item = Paragraph & { rank: number | null };

const NOTHING: SourceFacts = { newspaper: null, date: null, page: null };

/** A document's paragraphs → its articles, by its headings; null where it has none. */
export function splitSections(paragraphs: readonly Paragraph[]): Section[] | null {
  const levels = findLevels(paragraphs);
  const items = paragraphs.map((paragraph, index): Item => ({ ...paragraph, rank: levels[index] ?? null }));
  const headings = items.filter(({ text, rank }) => rank !== null && parseSourceLine(text) === null);
  if (!headings.length) return null;
  const top = findArticleLevel(items, headings);
  const sections: Section[] = [];
  let facts = NOTHING;
  let open: Section | null = null;
  for (let at = 0; at < items.length; ) {
    const run = takeHeadings(items, at);
    const own = run.length ? run : items.slice(at, at + 1);
    const told = own.length === 1 ? parseSourceLine(own[0]?.text ?? '') : null;
    if (told && (run.length || !open)) {
      facts = joinFacts(facts, told);
      open = null;
    } else if (run.some(({ rank }) => rank === top)) {
      open = openSection(run, top, items.slice(at + run.length), facts);
      sections.push(open);
    } else if (!run.length || run.some(({ rank }) => rank !== null && rank > top)) {
      const section: Section = open ?? { kickers: [], headlines: [], subheadlines: [], body: [], facts };
      if (!open) sections.push(section);
      open = section;
      section.body.push(...own);
    }
    at += own.length;
  }
  return sections;
}

/** The headings that stand together from here on; a line of newspaper, day and page stands by itself. */
function takeHeadings(items: readonly Item[], from: number): Item[] {
  const isHeading = (item: Item | undefined) => item !== undefined && item.rank !== null;
  if (!isHeading(items[from])) return [];
  if (parseSourceLine(items[from]?.text ?? '')) return items.slice(from, from + 1);
  const length = items
    .slice(from)
    .findIndex((item) => !isHeading(item) || parseSourceLine(item.text) !== null);
  return items.slice(from, length < 0 ? items.length : from + length);
}

/**
 * The highest level, unless one heading alone stands over several of the next that each begin an article: a dateline, a
 * signature or a source opens most of them, and nothing stands between it and the first.
 */
function findArticleLevel(items: readonly Item[], headings: readonly Item[]): number {
  const ranks = [...new Set(headings.flatMap(({ rank }) => rank ?? []))].sort((a, b) => a - b);
  const [top = 0, next] = ranks;
  const isAlone = headings.filter(({ rank }) => rank === top).length === 1;
  const ofNext = headings.filter(({ rank }) => rank === next);
  if (!isAlone || next === undefined || ofNext.length < 2) return top;
  const under = (heading: Item) => items[items.indexOf(heading) + 1];
  const first = headings.find(({ rank }) => rank === top);
  if (!first || under(first)?.rank !== next) return top;
  const opening = ofNext.filter((heading) => opensArticle(under(heading)?.text ?? ''));
  return opening.length * 2 > ofNext.length ? next : top;
}

const opensArticle = (text: string): boolean =>
  findDateline(text) !== null || findSignature(text) !== null || parseSourceLine(text) !== null;

function openSection(run: readonly Item[], top: number, after: readonly Item[], facts: SourceFacts): Section {
  const first = run.findIndex(({ rank }) => rank === top);
  const last = run.findLastIndex(({ rank }) => rank === top);
  // Further headings of that level before the next article, then this one is a crosshead as they are; but a signature
  // stands below the decks.
  const end = after.findIndex(({ rank }) => rank !== null && rank <= top);
  const own = after.slice(0, end < 0 ? after.length : end);
  const isSigned = findSignature(own[0]?.text ?? '') !== null;
  const isAmongOthers = ({ rank }: Item) =>
    own.some((item) => item.rank !== null && item.rank === rank && !isNumberedCrosshead(item.text));
  const isCrosshead = (item: Item) => isNumberedCrosshead(item.text) || (!isSigned && isAmongOthers(item));
  const below = run.slice(last + 1);
  const firstCrosshead = below.findIndex(isCrosshead);
  const decks = firstCrosshead < 0 ? below : below.slice(0, firstCrosshead);
  const textsOf = (items: readonly Item[]) => items.map(({ text }) => text);
  // What stands higher than the articles is the heading of a page or of the whole.
  return {
    kickers: textsOf(run.slice(0, first).filter(({ rank }) => (rank ?? 0) > top)),
    headlines: textsOf(run.slice(first, last + 1)),
    subheadlines: textsOf(decks),
    body: below.slice(decks.length),
    facts,
  };
}

/** What a heading does not tell goes on as it was above. */
const joinFacts = (before: SourceFacts, now: SourceFacts): SourceFacts => ({
  newspaper: now.newspaper ?? before.newspaper,
  date: now.date ?? before.date,
  page: now.page ?? (now.date === null ? before.page : null),
});
