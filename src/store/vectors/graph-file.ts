import { type FileHandle, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readPart } from '../../system/read-part.js';
import { sha256OfFile } from '../../system/sha256-of-file.js';
import { dataFiles } from '../data-folder.js';
import { type Graph, loadGraph } from './graph.js';
import { GRAPH_HEADER_BYTES, readLayout } from './graph-layout.js';
import { GraphVectors } from './graph-vectors.js';
import {
  belongsTo,
  formatManifest,
  type IndexOwner,
  type Manifest,
  type ManifestOwner,
  parseManifest,
  readManifestText,
} from './manifest.js';

export type SavedGraph = { graph: Graph; vectors: GraphVectors; manifest: Manifest };

/** The saved graph's manifest when its file is whole and this archive's, otherwise null. */
export async function checkSavedGraph(dataDir: string, owner: IndexOwner): Promise<Manifest | null> {
  const manifest = await readManifest(dataDir, owner);
  const sha256 = manifest && (await sha256OfFile(dataFiles(dataDir).graph).catch(() => null));
  return sha256 === manifest?.sha256 ? manifest : null;
}

/**
 * The same without reading the file where nobody has touched it since its manifest was put beside it: half a second for a
 * large one. What a disk changes by itself is not seen here; whoever loads the file reads all of it.
 */
export async function checkUntouchedGraph(dataDir: string, owner: IndexOwner): Promise<Manifest | null> {
  const files = dataFiles(dataDir);
  const [graph, manifest] = await Promise.all([files.graph, files.manifest].map(statOrNull));
  const isUntouched = graph && manifest && graph.mtimeNs < manifest.mtimeNs;
  return isUntouched ? readManifest(dataDir, owner) : checkSavedGraph(dataDir, owner);
}

const statOrNull = (path: string) => stat(path, { bigint: true }).catch(() => null);

/** null where it is not of this archive's last file, or that has another size. */
async function readManifest(dataDir: string, owner: IndexOwner): Promise<Manifest | null> {
  const files = dataFiles(dataDir);
  const text = await readManifestText(files.manifest);
  const manifest = text === null ? null : parseManifest(text);
  if (manifest === null || !belongsTo(manifest, owner)) return null;
  if (owner.savedSha256 !== null && owner.savedSha256 !== manifest.sha256) return null;
  const size = await stat(files.graph).catch(() => null);
  return size?.size === manifest.bytes ? manifest : null;
}

/** The saved graph, or null where there is any doubt about its file. Its vectors must be closed. */
export async function loadSavedGraph(dataDir: string, owner: IndexOwner): Promise<SavedGraph | null> {
  const manifest = await checkSavedGraph(dataDir, owner);
  if (manifest === null) return null;
  const path = dataFiles(dataDir).graph;
  const graph = await loadGraph(path, owner.dimension).catch(() => null);
  if (graph === null || graph.count !== manifest.count) return null;
  const vectors = await GraphVectors.open(path, owner.dimension).catch(() => null);
  if (vectors === null) return null;
  // A writer may have put a new file in place between the check and the load: then the three do not belong together.
  const after = parseManifest((await readManifestText(dataFiles(dataDir).manifest)) ?? '');
  if (after?.sha256 === manifest.sha256) return { graph, vectors, manifest };
  vectors.close();
  return null;
}

/** Puts the graph in place of the saved one: whole files are renamed, first the graph, then its manifest. Returns its sha256. */
export async function saveGraph(
  dataDir: string,
  graph: Graph,
  facts: ManifestOwner & { lastSequence: number },
): Promise<string> {
  const files = dataFiles(dataDir);
  const temporary = { graph: `${files.graph}.part`, manifest: `${files.manifest}.part` };
  try {
    await graph.save(temporary.graph);
    const bytes = await checkWhole(temporary.graph);
    const sha256 = await sha256OfFile(temporary.graph);
    const manifest: Manifest = { ...facts, count: graph.count, bytes, sha256 };
    await writeFile(temporary.manifest, formatManifest(manifest));
    await sync(temporary.graph);
    await sync(temporary.manifest);
    await rename(temporary.graph, files.graph);
    await rename(temporary.manifest, files.manifest);
    await sync(dirname(files.graph));
    return sha256;
  } finally {
    await rm(temporary.graph, { force: true });
    await rm(temporary.manifest, { force: true });
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** hnswlib does not notice a full disk, so the file that it wrote is measured against its own header. Returns its size in bytes. */
async function checkWhole(path: string): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const header = await readPart(handle, 0, Math.min(GRAPH_HEADER_BYTES, size));
    if (size < GRAPH_HEADER_BYTES || (await findEnd(handle, header, size)) !== size) throw diskFull(path);
    return size;
  } finally {
    await handle.close();
  }
}

async function findEnd(handle: FileHandle, header: Buffer, size: number): Promise<number> {
  const { count, elementBytes } = readLayout(header);
  const linksStart = GRAPH_HEADER_BYTES + count * elementBytes;
  if (linksStart > size) return linksStart;
  const links = await readPart(handle, linksStart, size - linksStart);
  let at = 0;
  for (let i = 0; i < count && at + 4 <= links.length; i++) at += 4 + links.readUInt32LE(at);
  return linksStart + at;
}

const diskFull = (path: string) =>
  Object.assign(new Error(`The file ${path} was not written whole.`), { code: 'ENOSPC' });
