import { setImmediate } from 'node:timers/promises';
import type { Article } from '../../domain/article.js';
import type { Archive } from '../../domain/ports.js';
import type { Filter } from '../../domain/query.js';
import { groupByArticle } from '../../search/group-by-article.js';
import { fold } from '../../text/fold.js';
import { shortenPlace } from '../../text/places/shorten-name.js';
import { type Span, splitSentences } from '../../text/split-sentences.js';
import { cutForSearch, cutPairs } from '../../text/words.js';
import { presence } from '../evidence/presence.js';
import { skipOpening } from './skip-opening.js';

/** Chunks whose articles are looked at before others get their turn. */
const AT_ONCE = 100;

/** What is counted as one may be this many: counts may be estimates. */
const MOST_OF_ESTIMATE = 2;

/** An article that is about a thing, with the sentence that names it best. */
export type ArticleAbout = { article: Article; span: Span };

/**
 * Every article inside the walls that is about what the words name: all of them stand in its headlines and one
 * sentence, of three and more all but one, which a neighbour holds. Exact: the words' index only leaves out what cannot be.
 */
export async function findArticlesAbout(
  archive: Archive,
  words: readonly string[],
  filter: Filter,
): Promise<ArticleAbout[]> {
  const found: ArticleAbout[] = [];
  const chunkIds = await findHolding(archive, words, filter);
  const seen = new Set<string>();
  for (let at = 0; at < chunkIds.length; at += AT_ONCE) {
    const loaded = await archive.loadChunksInArticles(chunkIds.slice(at, at + AT_ONCE));
    for (const { article } of groupByArticle(loaded)) {
      if (seen.has(article.articleId)) continue;
      seen.add(article.articleId);
      const span = findNaming(article, words);
      if (span) found.push({ article, span });
    }
    await setImmediate();
  }
  return found;
}

/** The chunks that hold the rarest piece of the words, which stands wherever all of them do. */
async function findHolding(archive: Archive, words: readonly string[], filter: Filter): Promise<number[]> {
  const pieces = [...new Set(words.flatMap(cutPieces))];
  const { counts } = await archive.termFrequencies(pieces);
  const [rarest] = pieces
    .map((text, at) => ({ text, count: counts[at] ?? 0 }))
    .sort((one, other) => one.count - other.count);
  if (!rarest?.count) return [];
  const terms = [{ text: rarest.text, weight: 1 }];
  const candidates = await archive.findCandidates({
    terms,
    vector: null,
    filter,
    limit: MOST_OF_ESTIMATE * rarest.count,
  });
  return candidates.map(({ chunkId }) => chunkId).sort((a, b) => a - b);
}

/** Terms of the index that every text holds that holds the word. */
function cutPieces(word: string): string[] {
  const short = word.length >= 3 ? shortenPlace(word) : word;
  const pairs = cutPairs(short);
  return pairs.length ? pairs : cutForSearch(short);
}

/** Whether the headlines name all of it. */
export const isHeadlined = (article: Article, words: readonly string[]): boolean => {
  const head = foldHeadlines(article);
  return words.every((word) => presence(head, word) === 1);
};

export const foldHeadlines = ({ kicker, headline, subheadline }: Article): string =>
  fold([kicker, headline, subheadline].join('\n'));

/** The sentence that names most of the words where all of them stand close together; null where they never do. */
function findNaming(article: Article, words: readonly string[]): Span | null {
  const { body } = article;
  const head = foldHeadlines(article);
  const spans = splitSentences(body);
  // 某报北京8月11日电 names no place that the news is of.
  const texts = spans.map((span) => fold(body.slice(skipOpening(body, span), span.end)));
  let best: { span: Span; held: number } | null = null;
  for (const [at, span] of spans.entries()) {
    const under = `${head}\n${texts[at] ?? ''}`;
    const around = [texts[at - 1], texts[at + 1]].join('\n');
    const missing = words.filter((word) => presence(under, word) < 1);
    if (missing.length > mostBeside(words) || missing.some((word) => presence(around, word) < 1)) continue;
    const held = words.filter((word) => presence(texts[at] ?? '', word) === 1).length;
    if (!best || held > best.held) best = { span, held };
  }
  return best?.span ?? null;
}

/** Of many words one may stand in the sentence before or behind: of two, both say what it is about. */
const mostBeside = (words: readonly string[]): number => (words.length > 2 ? 1 : 0);
