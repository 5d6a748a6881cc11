import { createHash } from 'node:crypto';
import type { PreparedArticle } from '../../domain/ports.js';
import { hashChunk } from '../hash-chunk.js';

const digest = (parts: readonly unknown[]): Buffer =>
  createHash('sha256').update(JSON.stringify(parts)).digest();

/** A UUID (version 8) made of the parts: the same parts have the same one on every machine. */
export function toUuid(...parts: readonly unknown[]): string {
  const bytes = digest(parts).subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  const hex = bytes.toString('hex');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return groups.join('-');
}

/**
 * What stands for an article as it is printed and as it is made ready for searching. Which file it was read from
 * is no part of it: what two machines make of the same page is one version.
 */
export function versionOf({ article, chunks }: PreparedArticle): string {
  const { sourceFile: _, ...printed } = article;
  const cut = chunks.map((chunk) => [chunk.start, chunk.end, hashChunk(chunk)]);
  return toUuid('article', printed, cut);
}

/** More chunks than any article has. */
const CHUNKS = 2 ** 12;
const NUMBERS = 2 ** 41;
/** Above all numbers of chunks, which are spread evenly below it, those of an article side by side. */
export const NUMBERS_END = NUMBERS * CHUNKS;

/**
 * The number of an article's first chunk, which the others follow; it stands for a chunk above the store, where its UUID is
 * too long. Two of ten million articles may share one: objects are told apart by their UUIDs, never by it.
 */
export function firstNumberOf(version: string): number {
  return (digest(['number', version]).readUIntBE(0, 6) % NUMBERS) * CHUNKS;
}

export const chunkUuid = (version: string, ordinal: number): string => toUuid('chunk', version, ordinal);

/** A file is known by its path. */
export const fileUuid = (path: string): string => toUuid('file', path);

/** Stands in a change for a file that nobody else may change meanwhile. */
export const claimUuid = (path: string): string => toUuid('claim', path);
