import type { Feedback } from '../src/domain/feedback.js';
import type { Settings } from '../src/domain/settings.js';
import { openBotStore } from '../src/store/bot/open-bot-store.js';

/** `baowen bot feedback`: what people said of the answers, oldest first. */
export async function listFeedbackOnConsole(settings: Settings): Promise<Feedback[]> {
  const store = openBotStore(settings.dataDir);
  try {
    return store.answers.listFeedback();
  } finally {
    store.close();
  }
}
