import { existsSync, readdirSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupReport } from '../../domain/copies.js';
import { BaowenError, StoreError } from '../../domain/errors.js';
import type { OnBytes } from '../../domain/ports.js';
import * as wording from '../../domain/wording/backup.js';
import { databaseCheck, filesCheck, folderCheck } from '../../domain/wording/store.js';
import { isInside } from '../../system/is-inside.js';
import { makeFolder } from '../../system/make-folder.js';
import { BOT_MIGRATIONS } from '../bot/open-bot-store.js';
import { checkArchive } from '../check-archive.js';
import { dataFiles } from '../data-folder.js';
import { ARCHIVE_MIGRATIONS } from '../schema.js';
import { buildBackupManifest, saveBackupManifest } from './backup-manifest.js';
import { copyDatabase } from './copy-database.js';
import { copyFolder } from './copy-folder.js';
import { copyVectorIndex, dropUnfitIndex } from './copy-vector-index.js';

type BackupWorld = { now: Date; signal: AbortSignal; onBytes: OnBytes };

/** Everything is made in this folder of the target and moved up when it has been checked. */
const UNFINISHED = 'unfinished';

/**
 * Copies the archive, its vector index, the bot's data and the files that were sent to it into an empty or new folder,
 * which can be used as a data folder; the bot and an ingest may run meanwhile. The copy is checked, and a manifest of
 * checksums, written last, says that it is whole. Where it fails nothing stays behind.
 * @throws StoreError
 */
export async function backUp(dataDir: string, target: string, world: BackupWorld): Promise<BackupReport> {
  refuseUnfit(dataDir, target);
  const isNew = !existsSync(target);
  const work = join(target, UNFINISHED);
  try {
    makeFolder(work);
    await copyAll(dataDir, work, world);
    const notices = await checkCopy(work);
    const manifest = await buildBackupManifest(work, world.now);
    for (const name of readdirSync(work)) await rename(join(work, name), join(target, name));
    await rm(work, { recursive: true });
    await saveBackupManifest(target, manifest);
    return {
      files: manifest.files.length,
      bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
      notices,
    };
  } catch (error) {
    await rm(isNew ? target : work, { recursive: true, force: true }).catch(() => {});
    world.signal.throwIfAborted();
    const code = (error as { code?: unknown }).code;
    if (error instanceof BaowenError || typeof code !== 'string') throw error;
    throw new StoreError(wording.backupFailed(target, code), { cause: error });
  }
}

function refuseUnfit(dataDir: string, target: string): void {
  if (!existsSync(dataFiles(dataDir).archive)) throw new StoreError(wording.nothingToBackUp(dataDir));
  if (isInside(target, dataDir)) throw new StoreError(wording.backupInside(target, dataDir));
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory() || readdirSync(target).length > 0)
    throw new StoreError(wording.backupNotEmpty(target));
}

/**
 * The order makes parts of different moments fit together: what the bot has told must be in the archive, an index must not
 * be ahead of it, and a file that was sent must be there if its articles are.
 */
async function copyAll(dataDir: string, copyDir: string, { signal, onBytes }: BackupWorld): Promise<void> {
  const [source, copy] = [dataFiles(dataDir), dataFiles(copyDir)];
  const onPages = (name: string) => (done: number, total: number) => {
    signal.throwIfAborted();
    onBytes(name, done * PAGE_BYTES, total * PAGE_BYTES);
  };
  if (existsSync(source.bot)) await copyDatabase(source.bot, BOT_MIGRATIONS, copy.bot, onPages('bot.sqlite'));
  await copyFolder(source.inbox, copy.inbox);
  await copyVectorIndex(dataDir, copyDir);
  await copyDatabase(source.archive, ARCHIVE_MIGRATIONS, copy.archive, onPages('archive.sqlite'));
  await dropUnfitIndex(copyDir);
  await copyFolder(source.inbox, copy.inbox);
}

/** For the progress that a person sees. */
const PAGE_BYTES = 8192;

/** What is wrong with the archive that was copied, where it is no fault of the copy; @throws StoreError where it is. */
async function checkCopy(work: string): Promise<string[]> {
  const broken = (await checkArchive({ dataDir: work })).filter(({ state }) => state === 'broken');
  const fatal = broken.find(({ name }) => name === databaseCheck.name || name === folderCheck.name);
  if (fatal) throw new StoreError(wording.backupDamaged(fatal.message));
  return broken
    .filter(({ name }) => name !== filesCheck.name)
    .map(({ name, message }) => wording.backupOfDamaged(name, message));
}
