import { GrammyError } from 'grammy';
import type { InlineKeyboardMarkup, InputRichMessage, Message } from 'grammy/types';
import { withDeadline } from '../../system/with-deadline.js';
import { isChatClosed, isNeverSent, isNotModified, refusalReason } from '../failures.js';
import type { GrammySignal } from '../poll-updates.js';
import { takeAway } from '../replace-html.js';
import type { Turn } from '../turn.js';

/** A message in Telegram's rich HTML, with its buttons. */
export type RichForm = { html: string; keyboard: InlineKeyboardMarkup | undefined };

/** The first try of a server is not repeated, so that nobody waits for what it may not know; in milliseconds. */
const TRY_WITHIN = 20_000;

/** `refused`: the server took the words not in this form; `unknown`: it told nothing of it. */
type Outcome = { shown: number } | 'refused' | 'unknown';

/**
 * Puts a message in the place of those that stand in the chat, in its rich form where the server knows it, else as
 * `classic` does. What a server refuses in the one form and takes in the other is remembered. Returns the messages' ids.
 */
export async function showRich(
  turn: Turn,
  standing: readonly number[],
  form: RichForm,
  classic: () => Promise<number[]>,
): Promise<number[]> {
  const { rich } = turn.parts;
  const [first, ...others] = standing;
  const state = rich.state(turn.place.chatId);
  let outcome: Outcome = 'unknown';
  if (state === 'yes' && first !== undefined) outcome = await edit(turn, first, form);
  else if (state === 'yes') outcome = await send(turn, form);
  // An edit tells too little to try a server with: it may be refused because the message is gone.
  else if (state === 'untried' && first === undefined) outcome = await trySending(turn, form);
  if (typeof outcome === 'object') {
    for (const id of others) await takeAway(turn.api, turn.place, id);
    rich.learn(true);
    return [outcome.shown];
  }
  const ids = await classic();
  if (outcome === 'refused') rich.learn(false);
  return ids;
}

async function trySending(turn: Turn, form: RichForm): Promise<Outcome> {
  turn.parts.rich.beginTry();
  return withDeadline(TRY_WITHIN, undefined, (signal) => send(turn, form, signal));
}

async function send({ api, place }: Turn, form: RichForm, signal?: AbortSignal): Promise<Outcome> {
  const { chatId, topicId, replyTo } = place;
  const options = {
    ...(topicId !== null && { message_thread_id: topicId }),
    ...(replyTo !== null && {
      reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
    }),
    ...(form.keyboard && { reply_markup: form.keyboard }),
  };
  try {
    const sent = await api.sendRichMessage(chatId, contentOf(form), options, signal as GrammySignal);
    if (isShown(sent)) return { shown: sent.message_id };
    // Whatever it made of the call is not the answer.
    const { message_id: other } = (sent ?? {}) as Partial<Message>;
    if (other !== undefined) await takeAway(api, place, other);
    return 'refused';
  } catch (error) {
    return judge(error);
  }
}

async function edit({ api, place }: Turn, id: number, form: RichForm): Promise<Outcome> {
  const options = { ...(form.keyboard && { reply_markup: form.keyboard }) };
  try {
    const edited = await api.editMessageText(place.chatId, id, contentOf(form), options);
    return isShown(edited) ? { shown: id } : 'unknown';
  } catch (error) {
    if (isNotModified(error)) return { shown: id };
    judge(error);
    return 'unknown';
  }
}

/** Nothing in the text of an article is to become a link. */
const contentOf = ({ html }: RichForm): InputRichMessage => ({ html, skip_entity_detection: true });

/** A server that does not know what it was sent may say yes to anything. */
function isShown(sent: unknown): boolean {
  const { message_id, rich_message, text } = (sent ?? {}) as Partial<Message>;
  return Number.isInteger(message_id) && (Array.isArray(rich_message?.blocks) || Boolean(text));
}

/** @throws what the classic form would meet as well, or what may have arrived all the same. */
function judge(error: unknown): Outcome {
  if (error instanceof GrammyError) {
    const { error_code: code } = error;
    if (code === 401 || isChatClosed(error)) throw error;
    // 501: not implemented.
    return refusalReason(error) !== null || code === 501 ? 'refused' : 'unknown';
  }
  // Its turn did not come in time.
  if (isNeverSent(error) || (error instanceof DOMException && error.name === 'TimeoutError'))
    return 'unknown';
  throw error;
}
