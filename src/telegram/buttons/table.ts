import type { Message } from 'grammy/types';
import { limitToNewspaper } from '../commands/paper.js';
import { showHits } from '../commands/search.js';
import { showIssue } from '../issues/show-issue.js';
import { sendArticle } from '../send-article.js';
import type { Turn } from '../turn.js';
import type { Action } from './action.js';

/** A press, with the message whose button it was. */
export type Press = Turn & { message: Message };

type Handler<Kind extends Action['kind']> = {
  /** Shown for a moment to who pressed. */
  toast?: string;
  press(press: Press, action: Extract<Action, { kind: Kind }>): Promise<void>;
};

/** What each kind of button does, for people who are let in. */
export const HANDLERS: { [Kind in Action['kind']]: Handler<Kind> } = {
  article: { press: (press, { articleId, firstMessage }) => sendArticle(press, articleId, firstMessage) },
  issue: { press: (press, { day, newspaper, first }) => showIssue(press, day, newspaper, first) },
  search: { press: showHits },
  paper: { press: (press, { newspaper }) => limitToNewspaper(press, newspaper) },
};
