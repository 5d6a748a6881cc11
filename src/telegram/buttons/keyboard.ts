import type { InlineKeyboardMarkup } from 'grammy/types';
import type { PressStore } from '../../store/bot/press-store.js';
import type { Button } from './action.js';

const BUTTONS_A_ROW = 3;

/** Buttons of one sort, three a row where nothing else is said. */
export function toRows(buttons: readonly Button[], aRow: number = BUTTONS_A_ROW): Button[][] {
  const rows: Button[][] = [];
  for (let start = 0; start < buttons.length; start += aRow) rows.push(buttons.slice(start, start + aRow));
  return rows;
}

/** Rows of buttons as Telegram takes them; undefined where there is none. */
export function createKeyboard(
  rows: readonly (readonly Button[])[],
  chatId: number,
  { presses, now }: { presses: PressStore; now: Date },
): InlineKeyboardMarkup | undefined {
  const buttons = rows.flat();
  if (!buttons.length) return undefined;
  const actions = buttons.map(({ action }) => JSON.stringify(action));
  const tokens = presses.keep(chatId, actions, now)[Symbol.iterator]();
  const inline_keyboard = rows.map((row) =>
    row.map(({ text }) => ({ text, callback_data: tokens.next().value ?? '' })),
  );
  return { inline_keyboard };
}
