import type { OpenedApp } from '../../domain/opened-app.js';
import type { Filter, Question } from '../../domain/query.js';
import type { Output } from '../output.js';
import type { Conversation } from './conversation.js';

/** All that a line of the conversation can work with. */
export type Session = {
  app: OpenedApp;
  output: Output;
  filter: Filter;
  conversation: Conversation;
  /** Shown while a question is looked up, taken away before its answer. */
  waitingLine: { show(text: string): void; clear(): void };
};

/** A question as it is asked at this point of the conversation. */
export const toQuestion = (question: string, { conversation, filter }: Session): Question => ({
  question,
  askedOn: conversation.askedOn(),
  filter,
  history: [...conversation.questions],
});
