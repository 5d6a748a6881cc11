import type { Message } from 'grammy/types';
import { onlyForAdmins } from '../../domain/wording/telegram.js';
import * as wording from '../../domain/wording/telegram-answers.js';
import { plainToast } from '../../domain/wording/telegram-rich.js';
import { isAdmin } from '../admission.js';
import type { BotParts } from '../bot-parts.js';
import { limitToNewspaper } from '../commands/paper.js';
import { showHits } from '../commands/search.js';
import { unfollowPressed } from '../follows/unfollow.js';
import { showIssue } from '../issues/show-issue.js';
import { letIn, refuse, revokePerson } from '../people/let-in.js';
import { showUsers } from '../people/show-users.js';
import { sendArticle } from '../send-article.js';
import type { Turn } from '../turn.js';
import { undoUpload } from '../uploads/undo-upload.js';
import type { Action } from './action.js';
import { askSuggestion } from './ask-suggestion.js';
import { judge } from './judge.js';
import { showMore } from './show-more.js';
import { showPlain } from './show-plain.js';
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

/** The list of admins may have changed since the button was sent. */
function onlyAdmins<A>(act: (press: Press, action: A) => Promise<void>) {
  return (press: Press, action: A): Promise<void> =>
    isAdmin(press.sender?.id, press.parts) ? act(press, action) : press.say(onlyForAdmins());
}

/** What each kind of button does, for people who are let in. */
export const HANDLERS: { [Kind in Action['kind']]: Handler<Kind> } = {
  article: { press: (press, { articleId, firstMessage }) => sendArticle(press, articleId, firstMessage) },
  quotes: { press: showQuotes },
  more: { press: showMore },
  ask: { press: askSuggestion },
  judge: { toast: () => ({ text: wording.verdictToast() }), press: judge },
  plain: { toast: () => ({ text: plainToast() }), press: showPlain },
  stop: { atOnce: true, toast: stopToast, press: stopPressed },
  issue: { press: (press, { day, newspaper, first }) => showIssue(press, day, newspaper, first) },
  search: { press: showHits },
  'let-in': { press: onlyAdmins((press, { person }) => letIn(press, person)) },
  refuse: { press: onlyAdmins((press, { person }) => refuse(press, person)) },
  revoke: { press: onlyAdmins((press, { person }) => revokePerson(press, person)) },
  users: { press: onlyAdmins((press, { first }) => showUsers(press, first)) },
  undo: { press: onlyAdmins((press, { uploadId }) => undoUpload(press, uploadId)) },
  paper: { press: (press, { newspaper }) => limitToNewspaper(press, newspaper) },
  unfollow: { press: (press, { followId }) => unfollowPressed(press, followId) },
};
