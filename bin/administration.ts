import { resolve } from 'node:path';
import { isReadable, listEndings } from '../ingest/readers/readers.js';
import type { Settings } from '../src/domain/settings.js';
import { dataFiles } from '../src/store/data-folder.js';
import type { Administration } from '../src/telegram/dependencies.js';
import type { ReopenableApp } from './reopenable-app.js';
import { runArchiveProcess } from './run-archive-process.js';

/** What the bot's admins may do to the archive; what writes to it runs in a process of its own. */
export async function createAdministration(given: Settings, app: ReopenableApp): Promise<Administration> {
  // The other process has no use for these keys.
  const settings: Settings = { ...given, telegram: null, chat: null };
  // An archive without vectors was opened without their model: the first ones call for it.
  let hasModel = (await app.archive.embeddingModel()) !== null;
  const reload = async () => {
    await app.reopen();
    hasModel = (await app.archive.embeddingModel()) !== null;
  };
  return {
    inbox: dataFiles(resolve(settings.dataDir)).inbox,
    isReadable,
    endings: listEndings(),
    async ingest(options, watch) {
      const report = await runArchiveProcess({ kind: 'ingest', settings, options }, watch);
      if (!hasModel && (await app.archive.embeddingModel()) !== null) await reload();
      return report;
    },
    removeFile: (path) => runArchiveProcess({ kind: 'remove', settings, path }),
    reload,
    fetch,
  };
}
