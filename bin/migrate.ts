import { prepareChunks } from '../ingest/prepare/prepare-chunks.js';
import type { MigrationWatch } from '../src/cli/surroundings.js';
import type { MigrationReport, MigrationTarget } from '../src/domain/copies.js';
import type { Log } from '../src/domain/ports.js';
import type { Settings, WeaviateSettings } from '../src/domain/settings.js';
import { migrate } from '../src/store/migrate/migrate.js';
import { openInTurn } from '../src/store/open-in-turn.js';
import { chooseStore, type Store } from '../src/store/store.js';

/** Between the data folder and the server, whichever of them is set. */
export async function migrateTo(
  to: MigrationTarget,
  { dataDir }: Settings,
  weaviate: WeaviateSettings,
  { waiting, ...watch }: MigrationWatch & { log: Log },
): Promise<MigrationReport> {
  const local = await chooseStore({ dataDir, store: { kind: 'local' } });
  const server = await chooseStore({ dataDir, store: { kind: 'weaviate', ...weaviate } });
  const [from, into] = to === 'local' ? [server, local] : [local, server];
  const target: Store = {
    ...into,
    openWriter(log) {
      const open = () => into.openWriter(log);
      return waiting === null ? open() : openInTurn(open, waiting);
    },
  };
  return migrate(from, target, { ...watch, prepareChunks });
}
