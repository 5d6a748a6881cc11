import { setTimeout as wait } from 'node:timers/promises';
import { showText } from '../show-text.js';
import type { Turn } from '../turn.js';

/** One message that is edited while a work goes on. */
export type StatusMessage = {
  /** Shown as soon as the last edit is long enough ago; what came between is passed over. */
  show(text: string): void;
  /** The last text; resolves when it is shown. */
  finish(text: string): Promise<void>;
};

/** Edits are at least `pace.progressEvery` apart; one that fails matters to nobody. */
export async function sendStatusMessage({ api, place, parts }: Turn, text: string): Promise<StatusMessage> {
  const { chatId, topicId } = place;
  const { log, pace, stopping } = parts;
  const options = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;
  const topic = topicId === null ? {} : { message_thread_id: topicId };
  const { message_id } = await api.sendMessage(chatId, showText(text), { ...options, ...topic });
  let shown = text;
  let wanted = text;
  let shownAt = Date.now();
  let editing: Promise<void> | null = null;

  const edit = async () => {
    // So that `editing` is set before it is unset.
    await Promise.resolve();
    while (wanted !== shown) {
      const rest = shownAt + pace.progressEvery - Date.now();
      if (rest > 0) await wait(rest, undefined, { signal: stopping }).catch(() => {});
      const next = wanted;
      await api.editMessageText(chatId, message_id, showText(next), options).catch((error: unknown) => {
        log.debug({ error }, 'progress not shown');
      });
      shown = next;
      shownAt = Date.now();
    }
    editing = null;
  };
  const show = (next: string) => {
    wanted = next;
    editing ??= edit();
  };
  return {
    show,
    async finish(last) {
      show(last);
      await editing;
    },
  };
}
