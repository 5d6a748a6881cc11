import type { Log } from '../../domain/ports.js';
import type { TelegramSettings } from '../../domain/settings.js';
import * as wording from '../../domain/wording/telegram-rich.js';
import type { RichStore } from '../../store/bot/rich-store.js';

/** What refuses rich messages today may know them tomorrow. */
const REFUSED_FOR = 86_400_000;
/** After a try that told nothing (an outage), until the next one; it doubles. */
const FIRST_PAUSE = 600_000;

/** Whether the server knows rich messages, as it was learnt from what it did with them. */
export type RichSupport = {
  /** `untried`: not known, or so long ago that it may have changed. */
  state(chatId: number): 'yes' | 'no' | 'untried';
  /** It is being tried: nobody else need for a while. */
  beginTry(): void;
  learn(knows: boolean): void;
  /** This chat wants plain text from now on. */
  setPlain(chatId: number): void;
};

type Given = {
  settings: Pick<TelegramSettings, 'apiRoot' | 'richMessages'>;
  store: RichStore;
  now: () => Date;
  log: Log;
};

export function createRichSupport({ settings, store, now, log }: Given): RichSupport {
  const { apiRoot, richMessages } = settings;
  let learnt = richMessages === 'off' ? null : store.load(apiRoot);
  let pause = FIRST_PAUSE;
  let notBefore = 0;

  return {
    state(chatId) {
      if (richMessages === 'off' || store.isPlain(chatId)) return 'no';
      if (learnt?.knows === true) return 'yes';
      const at = now().getTime();
      if (at < notBefore || (learnt !== null && at - learnt.at < REFUSED_FOR)) return 'no';
      return 'untried';
    },
    beginTry() {
      notBefore = now().getTime() + pause;
      pause *= 2;
    },
    learn(knows) {
      if (learnt?.knows === true && knows) return;
      learnt = { knows, at: now().getTime() };
      store.save(apiRoot, knows, now());
      log.info({}, knows ? wording.richKnown() : wording.richRefused());
    },
    setPlain: (chatId) => store.setPlain(chatId),
  };
}
