import type { Answer, Citation } from '../../domain/answer.js';
import type { Question } from '../../domain/query.js';
import * as wording from '../../domain/wording/telegram.js';
import * as answering from '../../domain/wording/telegram-answers.js';
import { raceWithSignal } from '../../system/race-with-signal.js';
import { withDeadline } from '../../system/with-deadline.js';
import { composeRich } from '../rich/compose-rich.js';
import { showText } from '../show-text.js';
import type { Turn } from '../turn.js';
import { whileTyping } from '../while-typing.js';
import { composeReply } from './compose-reply.js';
import { createProgress, type Progress } from './progress.js';
import type { Run } from './running.js';

export type Asking = {
  /** HTML above the answer. */
  lead?: string;
  /** The messages of the earlier answer to the same question, which was edited. */
  replacing?: readonly number[];
  /** How it was worded before the edit. */
  before?: string;
};

/** Answers a question in the chat: as it comes where it takes long, until it is whole, stopped or given up. */
export async function answerQuestion(turn: Turn, asked: Question, asking: Asking = {}): Promise<void> {
  const { pace, running, stopping } = turn.parts;
  const run = running.begin(turn.place.chatId, turn.sender?.id ?? null);
  const lead = asking.lead ?? '';
  const progress = createProgress(turn, run, lead, asking.replacing ?? []);
  try {
    const answer = await withDeadline(pace.answerWithin, stopping, (signal) => {
      run.follow(signal);
      return findAnswer(turn, asked, progress, run.signal);
    });
    // From here on there is nothing to stop, and nothing half to show.
    run.end();
    progress.hold();
    if (answer !== null || run.stopped()) remember(turn, asked.question, asking.before);
    if (answer === null) await giveUp(turn, asked, run, progress);
    else await deliver(turn, asked, answer, { progress, lead });
  } catch (error) {
    await progress.fail().catch((second: unknown) => {
      turn.parts.log.debug({ error: second }, 'unfinished answer not marked');
    });
    throw error;
  } finally {
    run.end();
  }
}

function remember({ parts, place }: Turn, question: string, before: string | undefined): void {
  if (before === undefined) parts.conversations.remember(place, question);
  else parts.conversations.reword(place, before, question);
}

/** null: given up because the signal aborted. */
async function findAnswer(
  turn: Turn,
  asked: Question,
  progress: Progress,
  signal: AbortSignal,
): Promise<Answer | null> {
  const { service } = turn.parts;
  try {
    return await whileTyping(turn.api, turn.place, turn.parts, () =>
      raceWithSignal(service.ask(asked, progress.add, signal), signal),
    );
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

/** What was shown stays, with the reason why there is no more; who stops a question often does so to edit it. */
async function giveUp(turn: Turn, asked: Question, run: Run, progress: Progress): Promise<void> {
  const shown = progress.html();
  const reason = run.stopped()
    ? shown === ''
      ? answering.stopped()
      : answering.stoppedHalfWay()
    : turn.parts.stopping.aborted
      ? wording.stopping()
      : wording.tookTooLong();
  const ids = await progress.finish(
    shown === '' ? showText(reason) : `${shown}\n\n<i>${showText(reason)}</i>`,
  );
  turn.parts.store.answers.setMessages(keep(turn, asked, []), ids);
}

/** The number by which an answer is known to its buttons, and to an edit of its question. */
function keep(turn: Turn, asked: Question, citations: readonly Citation[]): number {
  return turn.parts.store.answers.keep(
    {
      chatId: turn.place.chatId,
      topicId: turn.place.topicId,
      askerId: turn.sender?.id ?? null,
      questionId: turn.askedIn,
      asked: JSON.stringify(asked),
      question: asked.question,
      askedOn: asked.askedOn,
      articleIds: [...new Set(citations.map(({ articleId }) => articleId))],
    },
    turn.parts.now(),
  );
}

/** The whole answer with its buttons. */
async function deliver(
  turn: Turn,
  asked: Question,
  answer: Answer,
  { progress, lead }: { progress: Progress; lead: string },
): Promise<void> {
  const answerId = keep(turn, asked, answer.citations);
  const { html, rows } = await composeReply(turn, asked, answer, answerId);
  const keyboard = turn.keyboard(rows);
  const plain = { answerId, html: [lead, html].filter(Boolean).join('\n\n') };
  const rich = composeRich(turn, answer, { keyboard, plain });
  turn.parts.store.answers.setMessages(answerId, await progress.finish(html, keyboard, rich));
}
