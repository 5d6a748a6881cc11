import { existsSync } from 'node:fs';
import type { Check } from '../domain/ports.js';
import {
  databaseCheck,
  filesCheck,
  graphCheck,
  offsetsCheck,
  vectorsCheck,
  wordsCheck,
} from '../domain/wording/store.js';
import { checkFolder } from './check-folder.js';
import { dataFiles } from './data-folder.js';
import { loadCoverage } from './holdings.js';
import { loadEmbeddingModel } from './meta.js';
import { type Database, openDatabaseForReading } from './open-database.js';
import { ARCHIVE_MIGRATIONS } from './schema.js';
import { checkSavedGraph } from './vectors/graph-file.js';
import { loadManifestOwner } from './vectors/manifest.js';
import { countVectorsAfter } from './vectors/vector-rows.js';
import { loadSegments } from './words/segment.js';

/** `modelId` is the embedding model that is set; null or left out where there is none. */
type CheckedArchive = { dataDir: string; modelId?: string | null };

/** What `doctor` says about the data folder: every part of the archive checked in full. Changes nothing. */
export async function checkArchive({ dataDir, modelId = null }: CheckedArchive): Promise<Check[]> {
  const path = dataFiles(dataDir).archive;
  const folder = checkFolder(dataDir);
  if (!existsSync(path)) return [folder, off(databaseCheck.name, databaseCheck.missing(dataDir))];
  let database: Database;
  try {
    database = openDatabaseForReading(path, ARCHIVE_MIGRATIONS).database;
  } catch (error) {
    // The sentence says itself what mends it.
    return [folder, broken(databaseCheck.name, (error as Error).message, null)];
  }
  try {
    const sound = checkDatabase(database);
    if (sound.state === 'broken') return [folder, sound];
    return [
      folder,
      sound,
      checkFiles(database),
      checkOffsets(database),
      checkWords(database),
      checkVectors(database, modelId),
      await checkGraph(database, dataDir),
    ];
  } finally {
    database.close();
  }
}

function checkDatabase(database: Database): Check {
  const { name } = databaseCheck;
  try {
    const verdict = String(database.pragma('integrity_check(1)', { simple: true }));
    if (verdict !== 'ok') return broken(name, databaseCheck.broken(verdict), databaseCheck.mend());
  } catch (error) {
    return broken(name, databaseCheck.broken((error as Error).message), databaseCheck.mend());
  }
  const { articles, chunks } = loadCoverage(database);
  return articles === 0 ? off(name, databaseCheck.empty()) : ok(name, databaseCheck.ok(articles, chunks));
}

function checkFiles(database: Database): Check {
  const count = (complete: number) =>
    database.prepare('SELECT count(*) FROM source_file WHERE complete = ?').pluck().get(complete) as number;
  const unfinished = count(0);
  if (unfinished === 0) return ok(filesCheck.name, filesCheck.ok(count(1)));
  return broken(filesCheck.name, filesCheck.broken(unfinished), filesCheck.mend());
}

/** SQLite counts characters, offsets are UTF-16 units: so the bodies are measured here. */
function checkOffsets(database: Database): Check {
  const statement = database.prepare(`
    SELECT body, min(start_offset) AS first, max(end_offset) AS last, min(end_offset - start_offset) AS shortest
    FROM article JOIN chunk USING (article_row) GROUP BY article_row`);
  let wrong = 0;
  for (const row of statement.iterate() as Iterable<{
    body: string;
    first: number;
    last: number;
    shortest: number;
  }>) {
    if (row.first < 0 || row.shortest <= 0 || row.last > row.body.length) wrong++;
  }
  if (wrong === 0) return ok(offsetsCheck.name, offsetsCheck.ok());
  return broken(offsetsCheck.name, offsetsCheck.broken(wrong), offsetsCheck.mend());
}

/** Each chunk must be live in exactly one segment, and nothing else may be. */
function checkWords(database: Database): Check {
  const stored = new Set(database.prepare('SELECT chunk_id FROM chunk').pluck().all() as number[]);
  const chunks = stored.size;
  let extra = 0;
  for (const { chunkIds, lengths } of loadSegments(database)) {
    chunkIds.forEach((chunkId, place) => {
      if (lengths[place] !== 0 && !stored.delete(chunkId)) extra++;
    });
  }
  if (stored.size === 0 && extra === 0) return ok(wordsCheck.name, wordsCheck.ok(chunks));
  return broken(wordsCheck.name, wordsCheck.broken(stored.size, extra), wordsCheck.mend());
}

function checkVectors(database: Database, modelId: string | null): Check {
  const { name } = vectorsCheck;
  const { chunks, vectors } = loadCoverage(database);
  const model = loadEmbeddingModel(database);
  if (model === null || vectors === 0) return off(name, vectorsCheck.none());
  if (modelId !== null && model.id !== modelId)
    return broken(name, vectorsCheck.otherModel(model.id, modelId), vectorsCheck.mendModel());
  if (vectors < chunks)
    return { ...off(name, vectorsCheck.missing(chunks - vectors)), mend: vectorsCheck.mend() };
  return ok(name, vectorsCheck.ok(vectors, model.id));
}

async function checkGraph(database: Database, dataDir: string): Promise<Check> {
  const { name } = graphCheck;
  const owner = loadManifestOwner(database);
  if (owner === null) return off(name, graphCheck.none());
  const manifest = await checkSavedGraph(dataDir, owner);
  if (manifest === null) return broken(name, graphCheck.broken(), graphCheck.mend());
  return ok(name, graphCheck.ok(manifest.count, countVectorsAfter(database, manifest.lastSequence)));
}

const ok = (name: string, message: string): Check => ({ name, state: 'ok', message, mend: null });
const off = (name: string, message: string): Check => ({ name, state: 'off', message, mend: null });
const broken = (name: string, message: string, mend: string | null): Check => ({
  name,
  state: 'broken',
  message,
  mend,
});
