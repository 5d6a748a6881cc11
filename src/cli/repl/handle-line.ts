import * as wording from '../../domain/wording/cli-repl.js';
import { raceWithSignal } from '../../system/race-with-signal.js';
import { createAnswerPrinter } from '../answer-printer.js';
import { checkQuestion } from '../check-question.js';
import { type Session, toQuestion } from './session.js';
import { runSlashCommand } from './slash-commands.js';

/** A follow-up leans on what was asked just before, not on what was asked an hour ago. */
const REMEMBERED_QUESTIONS = 3;

/** Handles one line of the conversation: a question or a /command. Returns false when it was /quit. */
export async function handleLine(line: string, session: Session, signal: AbortSignal): Promise<boolean> {
  const text = line.trim();
  if (text === '') return true;
  // Chinese input methods type the full-width slash.
  if (/^[/／]/.test(text)) return runSlashCommand(text.slice(1), session);
  await askQuestion(checkQuestion(text), session, signal);
  return true;
}

async function askQuestion(text: string, session: Session, signal: AbortSignal): Promise<void> {
  const { app, output, conversation, waitingLine } = session;
  const question = toQuestion(text, session);
  const printer = createAnswerPrinter(output, waitingLine.clear);
  waitingLine.show(wording.waiting());
  try {
    const answer = await raceWithSignal(
      app.service.ask(question, (sentence) => signal.aborted || printer.onSentence(sentence), signal),
      signal,
    );
    await printer.finish(answer);
    conversation.citations = answer.citations;
    conversation.openable = answer.citations.map(({ articleId }) => articleId);
  } finally {
    waitingLine.clear();
    conversation.questions = [...conversation.questions, text].slice(-REMEMBERED_QUESTIONS);
  }
}
