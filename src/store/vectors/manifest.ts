import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { loadEmbeddingModel, loadMeta } from '../meta.js';
import type { Database } from '../open-database.js';

/** What the index file beside it holds, and for which state of which archive. */
export type Manifest = {
  archiveId: string;
  vectorEpoch: number;
  modelId: string;
  dimension: number;
  /** Labels in the file, dead ones too. */
  count: number;
  /** Vectors with a higher sequence are not in the file. */
  lastSequence: number;
  bytes: number;
  sha256: string;
};

/** The part of a manifest that the archive itself decides. */
export type ManifestOwner = Pick<Manifest, 'archiveId' | 'vectorEpoch' | 'modelId' | 'dimension'>;

/** `savedSha256` is of the index file that the archive had last; null where that is not known (earlier versions). */
export type IndexOwner = ManifestOwner & { savedSha256: string | null };

/** null before the first vector. */
export function loadIndexOwner(database: Database): IndexOwner | null {
  const model = loadEmbeddingModel(database);
  if (model === null) return null;
  return {
    archiveId: String(loadMeta(database, 'archiveId')),
    vectorEpoch: Number(loadMeta(database, 'vectorEpoch')),
    modelId: model.id,
    dimension: model.dimension,
    savedSha256: loadMeta(database, 'indexSha256') as string | null,
  };
}

/** The manifest's text, null where there is none. */
export async function readManifestText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

/** The manifest as text, sealed with a hash of its own, so that a changed digit is noticed. */
export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, seal: sealOf(manifest) }, null, 2)}\n`;
}

/** null where the text is no manifest, or is not as it was written. */
export function parseManifest(text: string): Manifest | null {
  try {
    const { seal, ...manifest } = JSON.parse(text) as Manifest & { seal: string };
    return seal === sealOf(manifest) ? manifest : null;
  } catch {
    return null;
  }
}

function sealOf(manifest: Manifest): string {
  const facts = Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** Whether the file was made from this archive's vectors, since they were last all forgotten. */
export function belongsTo(manifest: Manifest, owner: ManifestOwner): boolean {
  return (
    manifest.archiveId === owner.archiveId &&
    manifest.vectorEpoch === owner.vectorEpoch &&
    manifest.modelId === owner.modelId &&
    manifest.dimension === owner.dimension
  );
}
