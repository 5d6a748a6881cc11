import type { Settings } from '../src/domain/settings.js';
import { openAccessStore } from '../src/store/access-store.js';
import { approveCode } from '../src/telegram/approve-code.js';

/** `baowen bot approve CODE`: lets in whoever holds the code; the sentence says what came of it. */
export async function approveOnConsole(
  settings: Settings,
  code: string,
): Promise<{ approved: boolean; sentence: string }> {
  const access = openAccessStore(settings.dataDir);
  try {
    const { person, sentence } = approveCode(access, code, 'console', new Date());
    return { approved: person !== null, sentence };
  } finally {
    access.close();
  }
}
