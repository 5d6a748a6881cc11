import type { Message } from 'grammy/types';
import { unfollowPressed } from '../follows/unfollow.js';
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
  unfollow: { press: (press, { followId }) => unfollowPressed(press, followId) },
};
