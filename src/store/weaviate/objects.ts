import type { Article, Chunk } from '../../domain/article.js';
import { StoreError } from '../../domain/errors.js';
import type { PreparedArticle, PreparedChunk } from '../../domain/ports.js';
import { unreadable } from '../../domain/wording/weaviate.js';
import { chunkUuid, firstNumberOf } from './ids.js';
import { INDEXED, samplesOf } from './samples.js';
import type { NewObject, Properties, Stored } from './stored.js';
import { lengthOf, toTermText } from './term-text.js';

/** A version of an article as it is stored. */
export type StoredArticle = {
  version: string;
  article: Article;
  places: readonly string[];
  chunks: number;
  arrival: number;
  /** The change that brought it; empty where it was there to be seen at once. */
  epoch: string;
};

export const ARTICLE = ['record', 'sourceFile', 'places', 'chunks', 'arrival', 'epoch'] as const;

type Written = Pick<StoredArticle, 'version' | 'arrival' | 'epoch'>;

export function toArticleObject({ article, chunks }: PreparedArticle, written: Written): NewObject {
  const { sourceFile, ...printed } = article;
  const { version, arrival, epoch } = written;
  return {
    id: version,
    properties: known({
      articleId: article.articleId,
      number: firstNumberOf(version),
      issue: issueKey(article),
      record: JSON.stringify(printed),
      ...{ sourceFile, arrival, epoch, printedPage: article.page },
      places: placesOf(chunks),
      chunks: chunks.length,
      ...toWalls(article, chunks),
    }),
  };
}

/** Throws StoreError where the record is none. */
export function toStoredArticle({ id, properties }: Pick<Stored, 'id' | 'properties'>): StoredArticle {
  const { record, sourceFile, places, chunks, arrival, epoch } = properties;
  const printed = parseRecord(String(record), id);
  return {
    version: id,
    article: { ...printed, sourceFile: String(sourceFile) },
    places: (places as string[] | undefined) ?? [],
    chunks: Number(chunks),
    arrival: Number(arrival ?? 0),
    epoch: String(epoch ?? ''),
  };
}

function parseRecord(record: string, version: string): Omit<Article, 'sourceFile'> {
  const printed = parseStored<Omit<Article, 'sourceFile'> | null>(record, version);
  if (typeof printed?.body === 'string') return printed;
  throw new StoreError(unreadable(version));
}

/** @param of the version that the sentence names where the JSON is none */
function parseStored<T>(json: string, of: string): T {
  try {
    return JSON.parse(json) as T;
  } catch (cause) {
    throw new StoreError(unreadable(of), { cause });
  }
}

/** Tells issues apart: a newspaper and a date, either of which may not be known. */
const issueKey = ({ newspaper, issueDate }: Pick<Article, 'newspaper' | 'issueDate'>): string =>
  JSON.stringify([newspaper, issueDate]);

export function parseIssueKey(issue: string): { newspaper: string | null; issueDate: string | null } {
  const [newspaper, issueDate] = JSON.parse(issue) as [string | null, string | null];
  return { newspaper, issueDate };
}

export function toChunkObjects(
  { article, chunks }: PreparedArticle,
  { version, epoch }: { version: string; epoch: string },
): NewObject[] {
  const first = firstNumberOf(version);
  const samples = samplesOf(first);
  const walls = toWalls(article, chunks);
  return chunks.map((chunk, ordinal) => {
    const terms = toTermText(chunk);
    return {
      id: chunkUuid(version, ordinal),
      properties: known({
        articleId: article.articleId,
        ...{ version, epoch, number: first + ordinal, ordinal, start: chunk.start, end: chunk.end },
        ...{ terms, length: lengthOf(chunk), times: JSON.stringify(chunk.times), places: [...chunk.places] },
        samples,
        sampledTerms: samples.includes(INDEXED) ? terms : null,
        ...walls,
      }),
    };
  });
}

/** A chunk without its text, which its article has. */
export type StoredChunk = Omit<Chunk, 'text'> & { version: string };

export const CHUNK = [
  'articleId',
  'version',
  'number',
  'ordinal',
  'start',
  'end',
  'times',
  'places',
] as const;

export function toStoredChunk({ properties }: Pick<Stored, 'properties'>): StoredChunk {
  const { articleId, version, number, ordinal, start, end, times, places } = properties;
  return {
    ...{ chunkId: Number(number), articleId: String(articleId), version: String(version) },
    ...{ ordinal: Number(ordinal), start: Number(start), end: Number(end) },
    times: parseStored<Chunk['times']>(String(times), String(version)),
    places: (places as string[] | undefined) ?? [],
  };
}

export function toChunk({ version: _, ...chunk }: StoredChunk, { body }: Article): Chunk {
  return { ...chunk, text: body.slice(chunk.start, chunk.end) };
}

/** What filters look at; see filter.ts for what they look for. */
function toWalls(article: Article, chunks: readonly PreparedChunk[]) {
  const { newspaper, issueDate, page, column, byline, contributors } = article;
  return {
    ...{ newspaper, column },
    day: issueDate === null ? null : toDayNumber(issueDate),
    page: page?.toUpperCase() ?? null,
    signed: byline === null ? null : withoutBlanks(byline),
    signers: [...new Set(contributors.map(({ name }) => withoutBlanks(name)))],
    within: [...new Set(placesOf(chunks).flatMap(divisionsAround))],
  };
}

const placesOf = (chunks: readonly PreparedChunk[]) =>
  [...new Set(chunks.flatMap(({ places }) => places))].sort();

/** 2023-02-10 → 20230210 */
export const toDayNumber = (date: string): number => Number(date.replaceAll('-', ''));

/** Names are printed with blanks between their characters to make them equally wide. */
export const withoutBlanks = (text: string): string => text.replace(/[ 　]/gu, '');

/** Lengths of the codes of a province, a city, a county, a township. */
const CODE_LENGTHS = [2, 4, 6, 9];

/** A division's code and those of the divisions that it lies in: 140122 → 14, 1401, 140122. */
const divisionsAround = (code: string): string[] => [
  ...CODE_LENGTHS.filter((length) => length < code.length).map((length) => code.slice(0, length)),
  code,
];

/** Without what is not known or holds nothing. */
function known(values: Record<string, string | number | readonly (string | number)[] | null>): Properties {
  const entries = Object.entries(values).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries) as Properties;
}
