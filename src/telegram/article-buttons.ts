import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import * as wording from '../domain/wording/telegram.js';

/** Telegram takes no more bytes than this behind a button. */
const DATA_LIMIT = 64;
const BUTTONS_A_ROW = 3;

/** Buttons that open whole articles, one for each label; undefined where there is none. */
export function buildArticleButtons(
  articles: readonly { articleId: string; numbers: string }[],
): InlineKeyboardMarkup | undefined {
  const buttons = articles.flatMap(({ articleId, numbers }) =>
    articleButton(wording.wholeArticleButton(numbers), articleId, 0),
  );
  return toKeyboard(buttons);
}

/** The button that goes on with an article from its n-th message. */
export function buildRestButton(articleId: string, firstMessage: number): InlineKeyboardMarkup | undefined {
  return toKeyboard(articleButton(wording.restOfArticleButton(), articleId, firstMessage));
}

/** What a pressed button asks for; null for data that is not ours. */
export function parseArticleButton(data: string): { articleId: string; firstMessage: number } | null {
  const parts = /^article:(\d{1,4}):(.+)$/.exec(data);
  return parts === null ? null : { articleId: parts[2] ?? '', firstMessage: Number(parts[1]) };
}

function articleButton(text: string, articleId: string, firstMessage: number): InlineKeyboardButton[] {
  const data = `article:${firstMessage}:${articleId}`;
  return Buffer.byteLength(data) > DATA_LIMIT ? [] : [{ text, callback_data: data }];
}

function toKeyboard(buttons: InlineKeyboardButton[]): InlineKeyboardMarkup | undefined {
  if (buttons.length === 0) return undefined;
  const rows: InlineKeyboardButton[][] = [];
  for (let start = 0; start < buttons.length; start += BUTTONS_A_ROW) {
    rows.push(buttons.slice(start, start + BUTTONS_A_ROW));
  }
  return { inline_keyboard: rows };
}
