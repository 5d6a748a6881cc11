import type { Check } from '../domain/ports.js';
import type { TelegramSettings } from '../domain/settings.js';
import * as wording from '../domain/wording/telegram.js';

const ANSWER_WITHIN = 10_000;

/**
 * One line for `doctor`: whether Telegram knows the token. Never says the token, nor an address that holds
 * it.
 */
export async function checkTelegram(
  settings: TelegramSettings | null,
  { fetch }: { fetch: typeof globalThis.fetch },
): Promise<Check> {
  const name = wording.checkName();
  if (settings === null) return { name, state: 'off', message: wording.checkOff(), mend: null };
  try {
    const response = await fetch(`${settings.apiRoot}/bot${settings.token}/getMe`, {
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    const reply = (await response.json()) as { ok?: boolean; result?: { username?: string } };
    if (reply.ok === true) {
      return { name, state: 'ok', message: wording.checkOk(reply.result?.username ?? ''), mend: null };
    }
    if (response.status === 401 || response.status === 404) {
      return { name, state: 'broken', message: wording.checkTokenRefused(), mend: wording.mendToken() };
    }
  } catch {
    // Whatever went wrong, its message may hold the address and with it the token.
  }
  return { name, state: 'broken', message: wording.checkUnreachable(), mend: wording.mendUnreachable() };
}
