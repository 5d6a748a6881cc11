import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { InputError } from '../../../src/domain/errors.js';
import * as wording from '../../../src/domain/wording/ingest-packed.js';
import { buildArticleId } from '../../article-id.js';
import { createSiblingFinder } from '../../continue/sibling-finder.js';
import { isExport } from '../../export/is-export.js';
import { unpackedName } from '../../files/unpacked-name.js';
import { isArchive, walkFolder } from '../../files/walk-folder.js';
import { withTemporaryFolder } from '../../packed/temporary-folder.js';
import { unpackZip } from '../../packed/unpack-zip.js';
import type { RawArticle } from '../../raw-article.js';
import { readArticles } from '../../read-articles.js';
import type { Reading } from '../reader.js';
import { isCompanion, isReadable, listEndings } from '../readers.js';

/** So many names above a file are read for newspaper, date and page. */
const NAMES_ABOVE = 5;

/**
 * The articles of all files in a .zip, each read as if the .zip were the folder that it was packed from. What stands in
 * two of its files (a text that goes over two pages) comes once.
 */
export function readZip(path: string, reading: Reading): AsyncGenerator<RawArticle> {
  return withTemporaryFolder(async function* (temporary) {
    const folder = join(temporary, ...listNamesAbove(path));
    await mkdir(folder, { recursive: true });
    const inner = renamePaths(reading, folder, path);
    let isBackup = false;
    const isWanted = (name: string) => {
      isBackup ||= isArchive(name);
      return isReadable(name) || isCompanion(name);
    };
    await unpackZip(path, folder, isWanted, inner.onProblem);
    if (isBackup) throw new InputError(wording.backupInZip(path));
    const { files } = await walkFolder(folder, isReadable);
    if (!files.length)
      throw new InputError(
        wording.zipWithoutFiles(
          path,
          listEndings().filter((ending) => ending !== '.zip'),
        ),
      );
    const run = files.map((file) => ({ path: file.path, given: reading.given }));
    yield* readFiles(run, { ...inner, openWithSiblings: createSiblingFinder({ run, archive: null }) });
  });
}

/** The .zip's own name and those of its folders, so that they tell what they would of a folder. */
function listNamesAbove(path: string): string[] {
  const above = dirname(path).split(sep).filter(Boolean);
  const own = basename(unpackedName(path)).replace(/\.zip$/iu, '');
  // Stands for names that are not there, in place of those of the temporary folder.
  return [...Array<string>(NAMES_ABOVE).fill('x'), ...above, own || 'x'].slice(-NAMES_ABOVE);
}

/** Nobody is told where the files lay meanwhile. */
function renamePaths(reading: Reading, folder: string, path: string): Reading {
  const rename = (text: string) => text.replaceAll(folder, path);
  const { onExplain } = reading;
  return {
    ...reading,
    onProblem: (sentence) => reading.onProblem(rename(sentence)),
    onExplain: onExplain && ((text) => onExplain(rename(text))),
  };
}

async function* readFiles(run: readonly { path: string }[], reading: Reading): AsyncGenerator<RawArticle> {
  const known = new Set<string>();
  for (const { path } of run) {
    const inFile = new Map<string, number>();
    try {
      // Its articles have files of their own, of which a .zip is not one.
      if (await isExport(path)) throw new InputError(wording.exportInZip(path));
      for await (const article of readArticles(path, reading)) {
        const occurrence = inFile.get(buildArticleId(article, 0)) ?? 0;
        inFile.set(buildArticleId(article, 0), occurrence + 1);
        const id = buildArticleId(article, occurrence);
        if (!known.has(id)) yield article;
        known.add(id);
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const articles = [...inFile.values()].reduce((sum, count) => sum + count, 0);
      reading.onProblem(articles ? wording.brokenOff(error.message, articles) : error.message);
    }
  }
}
