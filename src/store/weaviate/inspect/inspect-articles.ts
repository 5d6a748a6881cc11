import type { IsOwnId } from '../../checks/check-articles.js';
import { coversBody } from '../../checks/covers-body.js';
import { MOST_RESULTS } from '../collection.js';
import { FileRecords } from '../file-records.js';
import { anyOf } from '../filter-value.js';
import { chunkUuid, firstNumberOf } from '../ids.js';
import { ARTICLE, CHUNK, type StoredArticle, toStoredArticle } from '../objects.js';
import type { ReadSession, View } from '../read-session.js';
import type { Stored } from '../stored.js';
import { inBatches } from './in-batches.js';

export type Fault =
  /** Its record is no article. */
  | 'unreadable'
  /** Its text does not give its id. */
  | 'changed'
  /** Chunks of it are not there. */
  | 'lacking'
  /** Its chunks do not follow each other through the body. */
  | 'cut'
  /** Another version of it is the one that is shown. */
  | 'doubled'
  /** No file names it. */
  | 'homeless';

/** A version of an article with something wrong. */
export type FaultyArticle = Pick<StoredArticle, 'version' | 'arrival'> & {
  articleId: string;
  sourceFile: string;
  /** null where its record cannot be read. */
  stored: StoredArticle | null;
  faults: ReadonlySet<Fault>;
  /** Chunks that are not there. */
  missing: number;
  /** UUIDs of chunks that it should not have. */
  extra: readonly string[];
};

const AT_ONCE = 200;
const PROPERTIES = ['articleId', ...ARTICLE];

/**
 * Looks at every article that is to be seen, with its chunks; yields those with faults, some at a time. Others may write
 * meanwhile, so each fault is looked at again.
 */
export async function* inspectArticles(
  session: ReadSession,
  isOwnId: IsOwnId,
): AsyncGenerator<FaultyArticle[]> {
  const { articles } = session.collections;
  const files = new FileRecords(session.collections);
  const housed = new Set((await files.list()).flatMap((file) => file.articles));
  for await (const some of inBatches(articles.walkAll(PROPERTIES), AT_ONCE)) {
    const suspects = await inspect(await session.look(), some, isOwnId, housed);
    if (suspects.length === 0) continue;
    const versions = suspects.map(({ version }) => version);
    const again = await articles.findById(versions, PROPERTIES);
    const ids = again.map(idOf);
    const holders = await files.listHolding(ids);
    const housedNow = new Set(holders.flatMap((file) => file.articles));
    yield inspect(await session.look(), again, isOwnId, housedNow);
  }
}

const idOf = ({ properties }: Stored) => String(properties.articleId);

async function inspect(
  view: View,
  found: readonly Stored[],
  isOwnId: IsOwnId,
  housed: ReadonlySet<string>,
): Promise<FaultyArticle[]> {
  const seen = found.filter(({ id, properties }) => view.isSeen(id, String(properties.epoch ?? '')));
  if (seen.length === 0) return [];
  const [chunks, shown] = await Promise.all([
    findChunks(
      view,
      seen.map(({ id }) => id),
    ),
    findShown(view, seen.map(idOf)),
  ]);
  return seen.flatMap((one) => {
    const ofArticle = chunks.filter(({ properties }) => properties.version === one.id);
    const faulty = judge(one, ofArticle, isOwnId);
    const faults = new Set(faulty.faults);
    if (shown.get(faulty.articleId) !== one.id) faults.add('doubled');
    else if (!housed.has(faulty.articleId)) faults.add('homeless');
    return faults.size === 0 && faulty.extra.length === 0 ? [] : [{ ...faulty, faults }];
  });
}

/** All chunks of the versions; fewer versions are asked for where there may be more. */
async function findChunks(view: View, versions: readonly string[]): Promise<Stored[]> {
  const filter = anyOf('version', versions);
  const found = await view.collections.chunks.find({ filter, limit: MOST_RESULTS, properties: CHUNK });
  if (found.length < MOST_RESULTS || versions.length === 1) return found;
  const half = Math.ceil(versions.length / 2);
  return [
    ...(await findChunks(view, versions.slice(0, half))),
    ...(await findChunks(view, versions.slice(half))),
  ];
}

/** Of each article the version that readers show: see findArticles. */
async function findShown(view: View, articleIds: readonly string[]): Promise<Map<string, string>> {
  const filter = view.seen('article', anyOf('articleId', [...new Set(articleIds)]));
  const properties = ['articleId'];
  const found = await view.collections.articles.find({ filter, limit: MOST_RESULTS, properties });
  const shown = new Map<string, string>();
  for (const one of found) {
    const articleId = idOf(one);
    const other = shown.get(articleId);
    if (other === undefined || one.id < other) shown.set(articleId, one.id);
  }
  return shown;
}

function judge(found: Stored, chunks: readonly Stored[], isOwnId: IsOwnId): FaultyArticle {
  const { id: version, properties } = found;
  const faults = new Set<Fault>();
  const stored = read(found);
  const own = chunks.filter(({ id, properties: { ordinal } }) => id === chunkUuid(version, Number(ordinal)));
  const expected = Number(properties.chunks ?? 0);
  const missing = Math.max(0, expected - own.length);
  if (stored === null) faults.add('unreadable');
  else if (!isOwnId(stored.article)) faults.add('changed');
  if (missing > 0) faults.add('lacking');
  else if (stored !== null && !areCutRight(stored, own)) faults.add('cut');
  return {
    ...{ version, arrival: Number(properties.arrival ?? 0), articleId: idOf(found) },
    ...{ sourceFile: String(properties.sourceFile), stored, faults, missing },
    extra: chunks.filter((chunk) => !own.includes(chunk)).map(({ id }) => id),
  };
}

function read(found: Stored): StoredArticle | null {
  try {
    const stored = toStoredArticle(found);
    return typeof stored.article.body === 'string' ? stored : null;
  } catch {
    return null;
  }
}

function areCutRight({ version, article }: StoredArticle, chunks: readonly Stored[]): boolean {
  const first = firstNumberOf(version);
  const spans = chunks
    .map(({ properties: { start, end, ordinal, number, times } }) => ({
      ...{ start: Number(start), end: Number(end), ordinal: Number(ordinal), number: Number(number) },
      areTimesRead: isList(String(times)),
    }))
    .sort((a, b) => a.ordinal - b.ordinal);
  return (
    spans.every((span, i) => span.ordinal === i && span.number === first + i && span.areTimesRead) &&
    coversBody(article.body, spans)
  );
}

function isList(json: string): boolean {
  try {
    return Array.isArray(JSON.parse(json));
  } catch {
    return false;
  }
}
