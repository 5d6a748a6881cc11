import * as wording from '../../domain/wording/kinds.js';

/** What must be said where nothing was found: a newspaper that was named may not be held at all. */
export const noteNewspaper = (newspaper: string | null, held: readonly string[]): string[] =>
  newspaper === null || held.includes(newspaper) ? [] : [wording.newspaperNotHeld(newspaper)];
