import type { Context } from 'grammy';
import type { Message } from 'grammy/types';
import type { Question } from '../domain/query.js';
import { parseAddressed } from './addressed.js';
import { letPass, senderOf } from './admission.js';
import { answerQuestion } from './answers/answer-question.js';
import type { BotParts } from './bot-parts.js';
import { buildQuestion, refuseToAsk } from './commands/ask.js';
import { COMMAND_NAMES } from './commands/table.js';
import { createTurn } from './create-turn.js';
import { placeOf } from './place.js';
import { withApology } from './with-apology.js';

/** Later edits are of what nobody reads any more. */
const EDIT_WITHIN = 15 * 60_000;

/**
 * An edited question that was answered is answered anew, in the messages of its first answer. Edits that leave its words
 * as they are (Telegram tells of link previews so), and everything else that is edited, do nothing.
 */
export async function handleEdit(ctx: Context, message: Message, parts: BotParts): Promise<void> {
  const question = readQuestion(message, ctx);
  if (question === null || parts.stopping.aborted) return;
  const kept = parts.store.answers.findByQuestion(message.chat.id, message.message_id);
  if (kept === null || kept.question === question) return;
  const sender = senderOf(message);
  if (parts.now().getTime() - kept.at > EDIT_WITHIN || !letPass(ctx, sender, parts)) return;
  const turn = createTurn(ctx, sender, placeOf(message), parts);
  const { history } = JSON.parse(kept.asked) as Question;
  const asked = { ...buildQuestion(turn, question), history };
  await withApology(turn, () =>
    answerQuestion(turn, asked, { replacing: kept.messageIds, before: kept.question }),
  );
}

function readQuestion(message: Message, { me }: Context): string | null {
  const addressed = parseAddressed(message, me, COMMAND_NAMES);
  if (addressed === null || addressed.kind === 'unknown-command' || addressed.kind === 'unreadable')
    return null;
  if (addressed.kind === 'command' && addressed.command !== 'ask') return null;
  const question = (addressed.kind === 'command' ? addressed.argument : addressed.text).trim();
  return refuseToAsk(question) === null ? question : null;
}
