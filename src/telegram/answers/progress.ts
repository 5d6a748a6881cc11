import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Sentence } from '../../domain/answer.js';
import { formatSentence } from '../../domain/wording/sentence.js';
import * as wording from '../../domain/wording/telegram-answers.js';
import { isChatClosed, isLostOnTheWay, refusalReason, retryAfter } from '../failures.js';
import { replaceHtml, takeAway } from '../replace-html.js';
import { breakLines } from '../rich/render-rich.js';
import { type RichForm, showRich } from '../rich/show-rich.js';
import { sendParts } from '../send-html.js';
import { showText } from '../show-text.js';
import { splitHtml } from '../split-html.js';
import type { Turn } from '../turn.js';
import type { Run } from './running.js';
import { draftState, editState } from './show-state.js';

/** An answer as it comes into the chat: nothing for a second, then its sentences, at last the whole of it. */
export type Progress = {
  add(sentence: Sentence): void;
  /** HTML of what came so far; '' before the first sentence. */
  html(): string;
  /** Shows nothing more before the end. */
  hold(): void;
  /** The whole answer in the place of what was shown, in its rich form where it can be; the ids of its messages. */
  finish(html: string, keyboard?: InlineKeyboardMarkup, rich?: RichForm): Promise<number[]>;
  /** No answer will come: what was shown stays with a note, an empty promise goes. */
  fail(): Promise<void>;
};

/**
 * In private chats the sentences stand in a draft, with a message beside it that holds the button to stop; in groups,
 * and where the server knows no drafts, in one message that is edited. `lead` stands above the answer; `replacing` are
 * the messages of an earlier answer, which stay as they are until the whole new one is there.
 */
export function createProgress(turn: Turn, run: Run, lead: string, replacing: readonly number[]): Progress {
  const { api, place, parts } = turn;
  const { pace, drafts, log, store } = parts;
  const began = Date.now();
  const sentences: string[] = [];
  let drafting = place.isPrivate && drafts.known !== false;
  let gap = drafting ? pace.draftEvery : place.isPrivate ? pace.editEvery : pace.editEveryInGroups;
  let message: number | null = null;
  let shown = '';
  let shownAt = 0;
  let notBefore = 0;
  let closed = false;
  let finishing = false;
  let timer: NodeJS.Timeout | undefined;
  let busy: Promise<void> = Promise.resolve();
  let isBusy = false;

  const html = () => showText(sentences.join('\n'));
  const state = () => splitHtml([lead, html() || wording.looking()].filter(Boolean).join('\n\n'))[0] ?? '';
  let keyboard: InlineKeyboardMarkup | undefined;
  const stopKeyboard = () => {
    keyboard ??= turn.keyboard([[{ text: wording.stopButton(), action: { kind: 'stop', run: run.id } }]]);
    return keyboard;
  };

  /** When the next state is due, in milliseconds since 1970. */
  const due = (): number => {
    const stop = message === null ? began + pace.stopAfter : Number.POSITIVE_INFINITY;
    const isNew = sentences.length > 0 && state() !== shown;
    const text = isNew ? Math.max(began + pace.streamAfter, shownAt + gap) : Number.POSITIVE_INFINITY;
    const life = drafting && shown !== '' ? shownAt + pace.draftLife : Number.POSITIVE_INFINITY;
    return Math.max(Math.min(stop, text, life), notBefore);
  };

  const schedule = () => {
    clearTimeout(timer);
    const at = due();
    if (closed || isBusy || at === Number.POSITIVE_INFINITY) return;
    timer = setTimeout(start, Math.max(0, at - Date.now()));
  };

  const start = () => {
    isBusy = true;
    busy = show()
      .catch(adapt)
      .then(() => {
        isBusy = false;
        schedule();
      });
  };

  const show = async () => {
    const now = state();
    if (message === null && (!drafting || Date.now() >= began + pace.stopAfter)) {
      await open(drafting ? wording.looking() : now);
    } else if (!drafting && message !== null) {
      await editState(turn, message, now, stopKeyboard());
    }
    if (drafting && sentences.length > 0) {
      await draftState(turn, run.id, now);
      drafts.known = true;
    }
    shown = now;
    shownAt = Date.now();
  };

  const open = async (text: string) => {
    try {
      [message = null] = await sendParts(api, place, [text], stopKeyboard());
      if (message !== null) store.unfinished.add({ chatId: place.chatId, messageId: message });
    } catch (error) {
      // It may stand in the chat all the same: a second one would be one too many.
      closed = true;
      throw error;
    }
  };

  /** Slower after a refusal for now; without drafts where there are none. */
  const adapt = (error: unknown) => {
    log.debug({ error }, 'state of an answer not shown');
    const seconds = retryAfter(error);
    if (seconds === null && drafting && !isLostOnTheWay(error)) {
      // No such method, or not for this bot: no other chat need try.
      if (refusalReason(error) !== null && !isChatClosed(error)) drafts.known ??= false;
      drafting = false;
      gap = pace.editEvery;
      shown = '';
      return;
    }
    gap *= 2;
    notBefore = Date.now() + (seconds === null ? gap : seconds * 1000);
  };

  const hold = () => {
    closed = true;
    clearTimeout(timer);
  };

  const close = async () => {
    hold();
    await busy;
  };

  /** The message promises nothing any more. */
  const settle = () => {
    if (message !== null) store.unfinished.remove({ chatId: place.chatId, messageId: message });
  };

  schedule();
  return {
    html,
    hold,
    add: (sentence) => {
      if (finishing) return;
      sentences.push(formatSentence(sentence));
      schedule();
    },
    async finish(text, buttons, rich) {
      await close();
      finishing = true;
      const own = message === null || drafting ? [] : [message];
      const standing = replacing.length > 0 ? replacing : own;
      const whole = [lead, text].filter(Boolean).join('\n\n');
      const classic = () => replaceHtml(api, place, standing, whole, buttons);
      const withLead = rich && { ...rich, html: `${breakLines(lead)}${rich.html}` };
      const ids = await (withLead ? showRich(turn, standing, withLead, classic) : classic());
      if (message !== null && !standing.includes(message)) await takeAway(api, place, message);
      settle();
      return ids;
    },
    async fail() {
      await close();
      if (message === null) return;
      // The whole answer may have arrived although its delivery failed: nothing less takes its place.
      if (finishing && !drafting) return;
      if (drafting || sentences.length === 0) await takeAway(api, place, message);
      else await replaceHtml(api, place, [message], `${html()}\n\n<i>${showText(wording.brokenOff())}</i>`);
      settle();
    },
  };
}
