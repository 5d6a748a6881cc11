import * as wording from '../domain/wording/telegram.js';
import { restOfArticle } from './buttons/article-buttons.js';
import { echo } from './echo.js';
import { renderArticle } from './render-article.js';
import { sendParts } from './send-html.js';
import { splitHtml } from './split-html.js';
import type { Turn } from './turn.js';

/** More messages at once would run into the limits of a chat; a button brings the rest. */
const MESSAGES_AT_ONCE = 10;

/** Sends a whole article from its n-th message on. */
export async function sendArticle(turn: Turn, articleId: string, firstMessage: number): Promise<void> {
  const [article] = await turn.parts.archive.loadArticles([articleId]);
  if (article === undefined) return turn.say(wording.articleNotFound(echo(articleId)));
  const messages = splitHtml(renderArticle(article));
  const next = firstMessage + MESSAGES_AT_ONCE;
  const rows = next < messages.length ? [[restOfArticle(articleId, next)]] : [];
  await sendParts(turn.api, turn.place, messages.slice(firstMessage, next), turn.keyboard(rows));
}
