import type { Settings } from '../src/domain/settings.js';
import { openBotStore } from '../src/store/bot/open-bot-store.js';
import { approveCode } from '../src/telegram/approve-code.js';

/** `baowen bot approve CODE`: lets in whoever holds the code; the sentence says what came of it. */
export async function approveOnConsole(
  settings: Settings,
  code: string,
): Promise<{ approved: boolean; sentence: string }> {
  const store = openBotStore(settings.dataDir);
  try {
    const { person, sentence } = approveCode(store.access, code, 'console', new Date());
    return { approved: person !== null, sentence };
  } finally {
    store.close();
  }
}
