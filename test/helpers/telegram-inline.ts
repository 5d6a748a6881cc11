import type { InlineQueryResult, InlineQueryResultsButton, User } from 'grammy/types';
import { Refusal, readText } from './telegram-protocol.js';
import type { Call, TelegramServer } from './telegram-server.js';

/** What the real server refuses in the articles and the button of an inline answer. */
export function checkInlineAnswer(results: InlineQueryResult[], button?: InlineQueryResultsButton): void {
  for (const result of results) {
    if (result.type !== 'article') throw new Refusal(400, 'Bad Request: RESULT_TYPE_INVALID');
    if (result.title === '') throw new Refusal(400, 'Bad Request: ARTICLE_TITLE_EMPTY');
    const content = result.input_message_content as { message_text: string; parse_mode?: string };
    readText({ text: content.message_text, parse_mode: content.parse_mode });
  }
  if (button === undefined) return;
  if (button.text === '') throw new Refusal(400, 'Bad Request: BUTTON_TEXT_INVALID');
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(button.start_parameter ?? '')) {
    throw new Refusal(400, 'Bad Request: START_PARAM_INVALID');
  }
}

let nextQuery = 1;

/** Somebody types `@bot text` in some chat; returns the id of the query. */
export function typeInline(telegram: TelegramServer, from: User, query: string, offset = ''): string {
  const id = `query-${nextQuery++}`;
  telegram.push({ inline_query: { id, from, query, offset } });
  return id;
}

/** What a query was answered with, once it was. */
export async function answerTo(telegram: TelegramServer, id: string): Promise<InlineAnswer> {
  const find = (): Call | undefined =>
    telegram
      .callsOf('answerInlineQuery')
      .find(({ payload, delivered }) => delivered && payload.inline_query_id === id);
  await telegram.until(() => find() !== undefined, `an answer to ${id}`);
  return find()?.payload as InlineAnswer;
}

export type InlineAnswer = {
  results: (Extract<InlineQueryResult, { type: 'article' }> & {
    input_message_content: { message_text: string };
  })[];
  cache_time: number;
  is_personal: boolean;
  next_offset?: string;
  button?: InlineQueryResultsButton;
};
