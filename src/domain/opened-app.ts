import type { Archive, AskService } from './ports.js';

/** How much of the program is needed: the archive alone, searching in it, or answers from it. */
export type Needs = 'archive' | 'search' | 'answer';

/** The online half of the program, opened. `notices` say aloud what is reduced (search by words alone, for example). */
export type OpenedApp = {
  archive: Archive;
  service: AskService;
  notices: readonly string[];
  close(): Promise<void>;
};
