import type { InlineQueryResult, InlineQueryResultsButton, Update } from 'grammy/types';
import { checkInlineAnswer } from './telegram-inline.js';
import { type Payload, Refusal } from './telegram-protocol.js';

const TOO_OLD = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
/** The limits of answerInlineQuery and answerCallbackQuery. */
const RESULTS = 50;
const RESULT_ID_BYTES = 64;
const TOAST = 200;

/** Presses and inline queries that wait for an answer; who is too late, or made an id up, is refused. */
export class Queries {
  private readonly open = new Set<string>();

  /** An update that comes to the bot: its query can be answered from now on. */
  arrive(update: Partial<Update>): void {
    const query = update.callback_query ?? update.inline_query;
    if (query !== undefined) this.open.add(query.id);
  }

  /** All that are open now become too old. */
  expire(): void {
    this.open.clear();
  }

  answerCallback({ callback_query_id: id, text }: Payload): true {
    if (String(text ?? '').length > TOAST) throw new Refusal(400, 'Bad Request: MESSAGE_TOO_LONG');
    if (!this.open.has(String(id))) throw new Refusal(400, TOO_OLD);
    return true;
  }

  /** An inline query is answered once. */
  answerInline({ inline_query_id: id, results, next_offset, button }: Payload): true {
    const given = results as InlineQueryResult[];
    if (given.length > RESULTS) throw new Refusal(400, 'Bad Request: RESULTS_TOO_MUCH');
    if (Buffer.byteLength(String(next_offset ?? '')) > 64) {
      throw new Refusal(400, 'Bad Request: NEXT_OFFSET_INVALID');
    }
    const ids = given.map((result) => result.id);
    const wrong = ids.some((one) => one === '' || Buffer.byteLength(one) > RESULT_ID_BYTES);
    if (wrong) throw new Refusal(400, 'Bad Request: RESULT_ID_INVALID');
    if (new Set(ids).size < ids.length) throw new Refusal(400, 'Bad Request: RESULT_ID_DUPLICATE');
    checkInlineAnswer(given, button as InlineQueryResultsButton | undefined);
    if (!this.open.delete(String(id))) throw new Refusal(400, TOO_OLD);
    return true;
  }
}
