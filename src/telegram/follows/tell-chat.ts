import type { Api } from 'grammy';
import type { Article } from '../../domain/article.js';
import * as wording from '../../domain/wording/telegram-follows.js';
import type { Finding, Follow } from '../../store/bot/follow-store.js';
import { isAllowed } from '../admission.js';
import type { BotParts } from '../bot-parts.js';
import { createKeyboard } from '../buttons/keyboard.js';
import { isLostOnTheWay, isTopicGone, refusalReason } from '../failures.js';
import { sendHtml } from '../send-html.js';
import { type FoundArticles, renderFindings } from './render-findings.js';

/**
 * Tells a chat what was found for it, one message in each of its topics that follow something. It counts as told before it
 * is sent, so that nothing is told twice whenever the program ends; what Telegram surely did not take is given back.
 * False where something is left to be told.
 */
export async function tellChat(api: Api, chatId: number, parts: BotParts): Promise<boolean> {
  const { store } = parts;
  const follows = store.follows.list(chatId).filter(({ ownerId }) => isAllowed(ownerId, parts));
  const isFollowed = ({ followId }: Finding) => follows.some((follow) => follow.followId === followId);
  let left = store.follows.take(chatId).filter(isFollowed);
  for (const topicId of new Set(follows.map((follow) => follow.topicId))) {
    const here = follows.filter((follow) => follow.topicId === topicId);
    const found = await loadFound(here, left, parts);
    try {
      if (found.length > 0) await send(api, { chatId, topicId }, found, parts);
    } catch (error) {
      if (!isLostOnTheWay(error)) {
        const articleIds = left.map(({ articleId }) => articleId);
        tellLater(error, chatId, articleIds, parts);
        return false;
      }
      parts.log.warn({ error }, wording.perhapsNotTold());
    }
    left = left.filter(({ followId }) => here.every((follow) => follow.followId !== followId));
  }
  return true;
}

async function loadFound(
  follows: readonly Follow[],
  findings: readonly Finding[],
  { archive }: BotParts,
): Promise<FoundArticles[]> {
  const found = await Promise.all(
    follows.map(async ({ followId, words }) => {
      const ids = findings.filter((one) => one.followId === followId).map(({ articleId }) => articleId);
      return { words, articles: (await archive.loadArticles(ids)).toSorted(newestFirst) };
    }),
  );
  return found.filter(({ articles }) => articles.length > 0);
}

const newestFirst = (a: Article, b: Article): number => (b.issueDate ?? '').localeCompare(a.issueDate ?? '');

async function send(
  api: Api,
  { chatId, topicId }: { chatId: number; topicId: number | null },
  found: readonly FoundArticles[],
  { store, now }: BotParts,
): Promise<void> {
  const { html, buttons } = renderFindings(found);
  const keyboard = createKeyboard(buttons, chatId, { presses: store.presses, now: now() });
  const place = { chatId, isPrivate: chatId > 0, topicId, replyTo: null };
  try {
    await sendHtml(api, place, html, keyboard);
  } catch (error) {
    if (!isTopicGone(error)) throw error;
    await sendHtml(api, { ...place, topicId: null }, html, keyboard);
  }
}

/** The server said no, or was not reached: waits for the next time, or until somebody writes in the chat again. */
function tellLater(
  error: unknown,
  chatId: number,
  articleIds: readonly string[],
  { store, log }: BotParts,
): void {
  store.follows.giveBack(chatId, articleIds);
  if (refusalReason(error) !== null) {
    store.follows.pause(chatId);
    log.info({ error }, wording.chatPaused());
  } else log.warn({ error }, wording.toldLater());
}
