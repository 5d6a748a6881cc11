import type { SetArticle } from './made-page.js';

const bare = (text: string) => text.replace(/[\s\p{P}\p{S}]/gu, '');

function pairsOf(text: string): Set<string> {
  const characters = bare(text);
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= characters.length; at++) pairs.add(characters.slice(at, at + 2));
  return pairs;
}

/**
 * Whether a person would still give the decks to this body if they stood elsewhere on the page: a third of their
 * character pairs stand in it, and half as many again as in any other body.
 */
export function isRecognisable(article: SetArticle, all: readonly SetArticle[]): boolean {
  const decks = pairsOf(article.head.flatMap(({ lines }) => lines).join(''));
  if (decks.size < 5) return false;
  const share = (other: SetArticle) => {
    const body = pairsOf(other.columns.flatMap(({ lines }) => lines).join(''));
    return [...decks].filter((pair) => body.has(pair)).length / decks.size;
  };
  const own = share(article);
  return own >= 1 / 3 && all.every((other) => other === article || own >= share(other) * 1.5);
}
