import { setTimeout as wait } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton } from 'grammy/types';
import * as wording from '../../domain/wording/telegram-inline.js';
import { groupReprints } from '../../search/reprints.js';
import { dayInShanghai } from '../../text/calendar.js';
import { isAllowed } from '../admission.js';
import type { BotParts } from '../bot-parts.js';
import { isQueryTooOld } from '../failures.js';
import { renderInlineArticle } from './render-inline.js';

const ARTICLES_A_PAGE = 10;
/** Every page comes from the same list, so that none is shown twice; five pages are more than anybody scrolls. */
const HITS = 60;
/** How long Telegram may show the same answer to the same person, in seconds. A stranger may be let in meanwhile. */
const CACHE_SECONDS = 60;

type InlineAnswer = {
  results: InlineQueryResultArticle[];
  nextOffset?: string;
  button?: InlineQueryResultsButton;
  cacheSeconds: number;
};

/** What a person typed last, and the search for them that is in work. */
type Typing = { newest: string; search: Promise<unknown> };

/**
 * Answers what people type behind the bot's name in any chat. A query comes with every letter: only a person's newest is
 * looked for, once they pause, one search at a time; the others go unanswered, as nobody sees their answer.
 */
export function createInlineAnswers(parts: BotParts): (api: Api, query: InlineQuery) => Promise<void> {
  const typing = new Map<number, Typing>();

  /** null: the person has typed on. */
  const findAnswer = async (query: InlineQuery): Promise<InlineAnswer | null> => {
    if (!isAllowed(query.from.id, parts)) return ofButton(wording.writePrivatelyFirst(), 0);
    if (query.query.trim() === '') return ofButton(wording.howToAskInline(), CACHE_SECONDS);
    const start = parseOffset(query.offset);
    if (start === null) return { results: [], cacheSeconds: CACHE_SECONDS };
    const isNewest = () => typing.get(query.from.id)?.newest === query.id;
    await wait(parts.pace.inlineWait);
    await typing.get(query.from.id)?.search.catch(() => {});
    if (!isNewest() || parts.stopping.aborted) return null;
    const search = findArticles(query.query.trim(), start, parts);
    typing.set(query.from.id, { newest: query.id, search });
    const answer = await search;
    return isNewest() ? answer : null;
  };

  return async (api, query) => {
    const { id, from } = query;
    typing.set(from.id, { newest: id, search: typing.get(from.id)?.search ?? Promise.resolve() });
    try {
      const answer = await findAnswer(query);
      if (answer !== null) await send(api, id, answer);
    } catch (error) {
      if (isQueryTooOld(error)) parts.log.debug({ error }, 'inline query expired');
      else parts.log.warn({ error }, wording.inlineFailed());
    } finally {
      if (typing.get(from.id)?.newest === id) typing.delete(from.id);
    }
  };
}

async function findArticles(question: string, start: number, parts: BotParts): Promise<InlineAnswer> {
  const asked = { question, askedOn: dayInShanghai(parts.now()), filter: {}, history: [] };
  const { hits } = await parts.service.search(asked, HITS);
  const articles = new Map<string, InlineQueryResultArticle>();
  for (const shown of groupReprints(hits)) {
    const { articleId } = shown.hit.article;
    if (!articles.has(articleId)) articles.set(articleId, renderInlineArticle(shown, question));
  }
  if (articles.size === 0) return ofButton(wording.nothingFoundInline(), CACHE_SECONDS);
  const end = start + ARTICLES_A_PAGE;
  return {
    results: [...articles.values()].slice(start, end),
    nextOffset: end < articles.size ? String(end) : '',
    cacheSeconds: CACHE_SECONDS,
  };
}

/** No article, and a button above the empty list that leads to the private chat with the bot. */
function ofButton(text: string, cacheSeconds: number): InlineAnswer {
  return { results: [], button: { text, start_parameter: 'inline' }, cacheSeconds };
}

/** Ours comes back as it was given out; anybody may send another. null: never given out. */
function parseOffset(offset: string): number | null {
  if (offset === '') return 0;
  return /^[1-5]0$/.test(offset) ? Number(offset) : null;
}

async function send(api: Api, queryId: string, answer: InlineAnswer): Promise<void> {
  const { results, nextOffset, button, cacheSeconds } = answer;
  await api.answerInlineQuery(queryId, results, {
    cache_time: cacheSeconds,
    // Telegram would show one person's answer to all others, who may not be let in.
    is_personal: true,
    ...(nextOffset !== undefined && { next_offset: nextOffset }),
    ...(button !== undefined && { button }),
  });
}
