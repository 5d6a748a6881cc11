import { existsSync } from 'node:fs';
import type { WeaviateSettings } from '../../domain/settings.js';
import { mended } from '../../domain/wording/weaviate.js';
import { mendFolder } from '../mend/mend-folder.js';
import type { MendWorld } from '../store.js';
import { translateLateErrors } from '../store-errors.js';
import { acquireWriterLock } from '../writer-lock.js';
import { recoverChanges } from './changes.js';
import { Connection } from './connection.js';
import { isWhole } from './file-records.js';
import { idIn } from './filter-value.js';
import { findStrayChunks } from './inspect/find-stray-chunks.js';
import { mendArticles } from './mend/mend-articles.js';
import { forgetLost } from './mend/mend-files.js';
import { COLLECTION_NAMES, listMissing } from './schema.js';
import { WriteSession } from './write-session.js';

/**
 * Mends what can be mended in the data folder and on the server, and says in a sentence each what was done. Others may
 * read and write meanwhile.
 * @throws ArchiveBusyError while another process writes to the data folder, StoreError
 */
export async function mendWeaviate(
  settings: WeaviateSettings,
  dataDir: string,
  world: MendWorld,
): Promise<string[]> {
  const said = await mendDataFolder(dataDir, world.now);
  const connection = new Connection(settings, true);
  try {
    const missing = await listMissing(connection);
    if (missing.length === COLLECTION_NAMES.length) return said;
    const writing = await WriteSession.open(connection);
    if (missing.length > 0) said.push(mended.collections(missing));
    return [...said, ...(await mendContent(writing, world))];
  } finally {
    await connection.close();
  }
}

async function mendDataFolder(dataDir: string, now: Date): Promise<string[]> {
  if (!existsSync(dataDir)) return [];
  const lock = acquireWriterLock(dataDir, now);
  try {
    return await translateLateErrors(dataDir, async () => mendFolder(dataDir, now));
  } finally {
    lock.release();
  }
}

async function mendContent(writing: WriteSession, world: MendWorld): Promise<string[]> {
  const before = await listUnfinishedFiles(writing);
  const unfinished = await recoverChanges(writing);
  const counts = { unfinished, ...(await mendArticles(writing, world)) };
  counts.strays += await removeStrays(writing, world.now);
  await forgetLost(writing);
  await writing.pulse();
  const said = Object.entries(mended.counts).flatMap(([what, tell]) => {
    const count = counts[what as keyof typeof counts];
    return count > 0 ? [tell(count)] : [];
  });
  const marked = (await listUnfinishedFiles(writing)).filter((path) => !before.includes(path));
  return marked.length === 0 ? said : [...said, mended.files(marked)];
}

async function removeStrays({ session, collections }: WriteSession, now: Date): Promise<number> {
  let removed = 0;
  for await (const ids of findStrayChunks(session, now)) {
    await collections.chunks.remove(idIn(ids));
    removed += ids.length;
  }
  return removed;
}

const listUnfinishedFiles = async ({ files }: WriteSession): Promise<string[]> =>
  (await files.list()).filter((record) => !isWhole(record)).map(({ path }) => path);
