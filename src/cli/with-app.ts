import type { Needs, OpenedApp } from '../domain/opened-app.js';
import type { CommandCall } from './command.js';

/** Opens the program, says what is reduced, and closes it again whatever happens. */
export async function withApp<T>(
  { surroundings, output, settings }: CommandCall,
  needs: Needs,
  use: (app: OpenedApp) => Promise<T>,
): Promise<T> {
  const app = await surroundings.openApp(settings(), { needs, onBytes: output.progress.onBytes });
  try {
    for (const notice of app.notices) output.notice(notice);
    return await use(app);
  } finally {
    output.progress.clear();
    await app.close();
  }
}
