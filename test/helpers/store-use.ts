import type {
  Archive,
  ArchiveWriter,
  Candidate,
  CandidateRequest,
  PreparedArticle,
} from '../../src/domain/ports.js';
import type { Filter } from '../../src/domain/query.js';
import { collect } from './collect.js';
import { makeUnitVector, toTerms } from './prepared-article.js';

/** A store opened for reading and for writing, empty; closed when the test ends. */
export type OpenedStore = { archive: Archive; writer: ArchiveWriter };

export const MODEL = { id: 'test-model', dimension: 8 };

export async function write(
  writer: ArchiveWriter,
  path: string,
  articles: PreparedArticle[],
  fingerprint = path,
) {
  const counts = await writer.writeFile({ path, fingerprint }, articles);
  await writer.flush();
  return counts;
}

export async function embedAll(writer: ArchiveWriter): Promise<void> {
  const chunks = await writer.listUnembedded(0, 1000);
  const rows = chunks.map(({ chunkId }) => ({ chunkId, vector: makeUnitVector(chunkId, MODEL.dimension) }));
  await writer.addVectors(MODEL, rows);
}

export async function search(archive: Archive, text: string, filter: Filter = {}) {
  const found = await findChunks(archive, { terms: toTerms(text), vector: null, filter, limit: 10 });
  return found.map(({ chunk }) => chunk.text);
}

/** Candidates with their chunks and articles. */
export async function findChunks(archive: Archive, request: CandidateRequest) {
  const candidates = await archive.findCandidates(request);
  const loaded = await archive.loadChunksInArticles(candidates.map(({ chunkId }) => chunkId));
  return loaded.map((one, i) => ({ ...one, candidate: candidates[i] as Candidate }));
}

/** The ids of the articles whose chunks are found, sorted, each once. */
export async function findArticleIds(archive: Archive, request: CandidateRequest): Promise<string[]> {
  const found = await findChunks(archive, request);
  return [...new Set(found.map(({ article }) => article.articleId))].sort();
}

export const headlines = async (archive: Archive, filter: Filter = {}) =>
  (await collect(archive.listArticles(filter))).map(({ headline }) => headline);
