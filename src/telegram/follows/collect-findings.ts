import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Article } from '../../domain/article.js';
import type { ArrivalMark } from '../../domain/ports.js';
import type { Finding, Follow } from '../../store/bot/follow-store.js';
import { isAllowed } from '../admission.js';
import type { BotParts } from '../bot-parts.js';
import {
  type FollowedWord,
  fitsWords,
  type ReadableArticle,
  readFollowedWords,
  toReadable,
} from './fits-words.js';
import { createKnownTexts, type KnownTexts } from './known-texts.js';

const ARTICLES_AT_ONCE = 50;

type Watched = { follow: Follow; words: readonly FollowedWord[] };

/**
 * Looks through what came into the archive since the last time, up to `last`, and keeps for each chat what fits its follows.
 * Of an archive that is looked through for the first time, what came before the first follow is the past.
 */
export async function collectFindings(parts: BotParts, last: ArrivalMark): Promise<void> {
  const { archive, store } = parts;
  const seen = store.follows.loadCursor(last.archiveId);
  if (seen === last.arrival) return;
  const watched = watchedFollows(parts);
  // Beyond the last arrival only where the archive was put back to an earlier state.
  let cursor = Math.min(seen ?? firstFollowed(watched, last), last.arrival);
  const known = new Map<number, KnownTexts>();
  while (watched.length > 0 && cursor < last.arrival) {
    const arrivals = await archive.listArrivals(cursor, ARTICLES_AT_ONCE);
    const end = arrivals.at(-1);
    if (end === undefined) break;
    const findings = await findFitting(arrivals, last.archiveId, watched, known, parts);
    cursor = end.arrival;
    store.follows.keep({ ...last, arrival: cursor }, findings);
    await letOthersRun();
  }
  // What came in and went again is behind, too.
  store.follows.keep({ ...last, arrival: Math.max(cursor, last.arrival) }, []);
}

/** What had arrived in this archive when it was first followed; all of it, where it was never followed. */
const firstFollowed = (watched: readonly Watched[], { archiveId, arrival }: ArrivalMark): number =>
  Math.min(
    arrival,
    ...watched.map(({ follow: { since } }) => (since.archiveId === archiveId ? since.arrival : arrival)),
  );

/** The follows of people who are let in. */
function watchedFollows(parts: BotParts): Watched[] {
  return parts.store.follows
    .listAll()
    .filter(({ ownerId }) => isAllowed(ownerId, parts))
    .map((follow) => ({ follow, words: readFollowedWords(follow.words) }));
}

async function findFitting(
  arrivals: readonly { arrival: number; articleId: string }[],
  archiveId: string,
  watched: readonly Watched[],
  known: Map<number, KnownTexts>,
  parts: BotParts,
): Promise<Finding[]> {
  const ids = arrivals.map(({ articleId }) => articleId);
  const articles = new Map(
    (await parts.archive.loadArticles(ids)).map((article) => [article.articleId, article]),
  );
  const places = await parts.archive.loadPlaces(ids);
  const findings: Finding[] = [];
  for (const [index, { arrival, articleId }] of arrivals.entries()) {
    const article = articles.get(articleId);
    if (article === undefined) continue;
    const later = watched.filter(({ follow }) => isLater({ archiveId, arrival }, follow.since));
    for (const follow of fittingFollows(toReadable(article, places[index] ?? []), later)) {
      const isReprint = await isKnownTo(follow.chatId, article, known, parts);
      findings.push({ chatId: follow.chatId, followId: follow.followId, articleId, isReprint });
    }
  }
  return findings;
}

/** In an archive that is not the one that was there when the follow was made, everything is later. */
function isLater(arrived: ArrivalMark, since: ArrivalMark): boolean {
  return arrived.archiveId !== since.archiveId || arrived.arrival > since.arrival;
}

/** The first follow of each chat that the article fits: an article is told once, whatever else it fits. */
function fittingFollows(article: ReadableArticle, watched: readonly Watched[]): Follow[] {
  const chosen = new Map<number, Follow>();
  for (const { follow, words } of watched) {
    if (!chosen.has(follow.chatId) && fitsWords(article, words)) chosen.set(follow.chatId, follow);
  }
  return [...chosen.values()];
}

async function isKnownTo(
  chatId: number,
  article: Article,
  known: Map<number, KnownTexts>,
  { archive, store }: BotParts,
): Promise<boolean> {
  const texts =
    known.get(chatId) ?? createKnownTexts(await archive.loadArticles(store.follows.listFound(chatId)));
  known.set(chatId, texts);
  return texts.add(article);
}
