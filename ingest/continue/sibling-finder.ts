import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../../src/domain/errors.js';
import type { ArchiveWriter } from '../../src/domain/ports.js';
import { isOfBase } from '../fingerprint.js';
import type { GivenFacts } from '../readers/reader.js';
import { canBeSamePage, type Marker } from './marker.js';
import { identifyPage, type OpenedFile, type OpenedPage, openPages } from './open-page.js';
import { type NamedPage, PageNames } from './page-names.js';

/** What is looked into: the files being taken in, and those that the archive holds (null in a dry run). */
type Sources = {
  run: readonly { path: string; given: GivenFacts }[];
  archive: Pick<ArchiveWriter, 'listFiles' | 'loadFile'> | null;
};

/** A file's pages, and those of other files that its articles go on or began on, however far. */
export type OpenWithSiblings = (path: string, given: GivenFacts) => Promise<OpenedWithSiblings>;
export type OpenedWithSiblings = OpenedFile & { siblings: readonly OpenedPage[] };

/** An issue has no more pages than this. */
const MAX_PAGES = 64;
const MAX_CACHED = 64;
const NOTHING_GIVEN: GivenFacts = { newspaper: null, date: null, page: null, encoding: null, fields: {} };

/** Only what is being taken in or was before is looked at: no text comes in that nobody asked for. */
export function createSiblingFinder({ run, archive }: Sources): OpenWithSiblings {
  const open = createCache();
  let names: Promise<PageNames> | null = null;
  const loadNames = async () => {
    const stored = (await archive?.listFiles()) ?? [];
    return new PageNames([...run, ...stored.map(({ path }) => ({ path, given: null }))]);
  };

  async function openNamed({ path, given }: NamedPage, page: string, like: GivenFacts) {
    const known = given ?? (await findGivenBefore(path, page, like));
    return known && openIfReadable(() => open(path, known));
  }

  /** With what the stored file was taken in: its fingerprint tells; null where it was something else, or the file changed. */
  async function findGivenBefore(path: string, page: string, like: GivenFacts): Promise<GivenFacts | null> {
    const stored = await archive?.loadFile(path);
    for (const given of [like, { ...like, page: null }, { ...like, page }, NOTHING_GIVEN])
      if (stored && (await openIfReadable(() => isOfBase(stored.fingerprint, path, given)))) return given;
    return null;
  }

  async function findOver(page: OpenedPage, marker: Marker): Promise<OpenedPage[]> {
    names ??= loadNames();
    const found: OpenedPage[] = [];
    for (const named of (await names).find(page.path, page.issue, marker.page)) {
      const other = await openNamed(named, marker.page, page.given);
      const mayAnswer = (one: OpenedPage) => isSameIssue(page, one) && answers(page, marker, one);
      found.push(...(other?.pages ?? []).filter(mayAnswer));
    }
    return found;
  }

  return async (path, given) => {
    const file = await open(path, given);
    const known = new Map(file.pages.map((page) => [identifyPage(page), page]));
    const siblings: OpenedPage[] = [];
    for (const page of known.values()) {
      for (const marker of page.markers) {
        for (const other of await findOver(page, marker)) {
          const identity = identifyPage(other);
          if (known.size >= MAX_PAGES || known.has(identity)) continue;
          known.set(identity, other);
          siblings.push(other);
        }
      }
    }
    return { ...file, siblings };
  };
}

/** Without a date only files of one folder can be of one issue. */
function isSameIssue(one: OpenedPage, other: OpenedPage): boolean {
  const { newspaper, issueDate } = one.issue;
  if (issueDate !== other.issue.issueDate) return false;
  if (newspaper && other.issue.newspaper && newspaper !== other.issue.newspaper) return false;
  return issueDate !== null || dirname(one.path) === dirname(other.path);
}

/** 下转第2版 on page 1 is answered by 上接第1版 on page 2. */
function answers(
  page: Pick<OpenedPage, 'issue'>,
  marker: Marker,
  other: Pick<OpenedPage, 'issue' | 'markers'>,
): boolean {
  if (!canBeSamePage(marker.page, other.issue.page)) return false;
  return other.markers.some(
    ({ direction, page: back }) => direction !== marker.direction && canBeSamePage(back, page.issue.page),
  );
}

async function openIfReadable<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Opens files and keeps the latest ones, as long as they stay as they are. */
function createCache(): (path: string, given: GivenFacts) => Promise<OpenedFile> {
  const cache = new Map<string, { state: string; file: OpenedFile }>();
  return async (path, given) => {
    const key = JSON.stringify([path, given]);
    const state = await stat(path).then(
      ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
      () => '',
    );
    const kept = cache.get(key);
    if (kept?.state === state) return kept.file;
    const file = await openPages(path, given);
    cache.delete(key);
    cache.set(key, { state, file });
    if (cache.size > MAX_CACHED) cache.delete(cache.keys().next().value ?? '');
    return file;
  };
}
