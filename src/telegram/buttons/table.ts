import type { Message } from 'grammy/types';
import * as wording from '../../domain/wording/telegram-answers.js';
import type { BotParts } from '../bot-parts.js';
import { sendArticle } from '../send-article.js';
import type { Turn } from '../turn.js';
import type { Action } from './action.js';
import { askSuggestion } from './ask-suggestion.js';
import { judge } from './judge.js';
import { showMore } from './show-more.js';
import { showQuotes } from './show-quotes.js';
import { stopPressed, stopToast } from './stop.js';

/** A press, with the message whose button it was. */
export type Press = Turn & { message: Message };

export type Presser = { userId: number; chatId: number; parts: BotParts };

/** Shown for a moment to who pressed. */
export type Toast = { text?: string; show_alert?: boolean };

type Handler<Kind extends Action['kind']> = {
  toast?(presser: Presser, action: Extract<Action, { kind: Kind }>): Toast;
  /** Does not wait for what the chat is busy with. */
  atOnce?: true;
  press(press: Press, action: Extract<Action, { kind: Kind }>): Promise<void>;
};

/** What each kind of button does, for people who are let in. */
export const HANDLERS: { [Kind in Action['kind']]: Handler<Kind> } = {
  article: { press: (press, { articleId, firstMessage }) => sendArticle(press, articleId, firstMessage) },
  quotes: { press: showQuotes },
  more: { press: showMore },
  ask: { press: askSuggestion },
  judge: { toast: () => ({ text: wording.verdictToast() }), press: judge },
  stop: { atOnce: true, toast: stopToast, press: stopPressed },
};
