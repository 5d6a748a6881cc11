import { cutCharacterPairs } from '../../src/text/character-pairs.js';
import type { Block } from './block.js';
import type { DraftArticle } from './draft-article.js';

/** A headline line leaves the body below it only for one that shares this much more of its character pairs. */
const CLEARLY_BETTER = 0.25;
const MIN_SHARED = 0.4;

/**
 * Gives headline lines to the body that they speak of. On many pages the headline stands below its body or beside
 * another one's; what a line says (the share of its character pairs that stand in a body) outweighs where it stands.
 */
export function assignHeadlines(articles: readonly DraftArticle[]): DraftArticle[] {
  const bodies = articles.map(({ body }) => cutCharacterPairs(body.map(({ text }) => text).join('')));
  const assigned = articles.map((article) => ({
    ...article,
    headlines: [] as Block[],
    trailing: [] as Block[],
  }));
  articles.forEach((article, index) => {
    for (const group of groupDecks([...article.headlines, ...article.trailing])) {
      assigned[chooseBody(group, index, bodies)]?.headlines.push(...group);
    }
  });
  return assigned;
}

/** A line that begins with —— is the second deck of the line before it: they stay together. */
function groupDecks(lines: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const line of lines) {
    const last = groups[groups.length - 1];
    if (last && /^——/u.test(line.text)) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** The index of the body that the lines speak of; the one that they stand over where none is clearly better. */
function chooseBody(group: readonly Block[], own: number, bodies: readonly Set<string>[]): number {
  const shares = bodies.map((body) => Math.max(...group.map(({ text }) => shareIn(body, text))));
  const ownShare = shares[own] ?? 0;
  const bestShare = Math.max(...shares);
  return bestShare >= MIN_SHARED && bestShare - ownShare >= CLEARLY_BETTER ? shares.indexOf(bestShare) : own;
}

/** Which part of a line's character pairs stands in a body, 0 to 1. */
function shareIn(body: ReadonlySet<string>, line: string): number {
  const pairs = [...cutCharacterPairs(line)];
  return pairs.filter((pair) => body.has(pair)).length / Math.max(1, pairs.length);
}
