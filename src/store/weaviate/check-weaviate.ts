import { StoreError } from '../../domain/errors.js';
import type { Check } from '../../domain/ports.js';
import type { WeaviateSettings } from '../../domain/settings.js';
import { archiveCheck, check } from '../../domain/wording/weaviate.js';
import { checkBotData } from '../checks/check-bot-data.js';
import { checkFolder } from '../checks/check-folder.js';
import { checkLeftovers } from '../checks/check-leftovers.js';
import { broken, off } from '../checks/check-line.js';
import type { CheckWorld } from '../store.js';
import { checkContent } from './check-content.js';
import { checkServer } from './check-server.js';
import { Connection } from './connection.js';
import { ReadSession } from './read-session.js';

/** What `doctor` says: the data folder, the server, and every object of the archive. Changes nothing. */
export async function checkWeaviate(
  settings: WeaviateSettings,
  dataDir: string,
  world: CheckWorld,
): Promise<Check[]> {
  return [
    checkFolder(dataDir),
    ...(await checkArchive(settings, world)),
    ...checkBotData(dataDir),
    ...checkLeftovers(dataDir),
  ];
}

async function checkArchive(settings: WeaviateSettings, world: CheckWorld): Promise<Check[]> {
  const connection = new Connection(settings);
  const lines: Check[] = [];
  try {
    lines.push(await checkServer(connection));
    const session = new ReadSession(connection);
    if ((await session.peek()) === null) lines.push(off(archiveCheck.name, archiveCheck.none()));
    else lines.push(...(await checkContent(session, world)));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    // The sentence says itself what mends it.
    lines.push(broken(lines.length === 0 ? check.name : archiveCheck.name, error.message, null));
  } finally {
    await connection.close();
  }
  return lines;
}
