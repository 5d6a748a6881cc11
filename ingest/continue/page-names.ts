import { dirname } from 'node:path';
import { parseFileFacts } from '../pages/issue/file-facts.js';
import type { Issue } from '../pages/issue/find-issue.js';
import type { GivenFacts, PrintedFacts } from '../readers/reader.js';
import { isPageFile } from '../readers/readers.js';
import { canBeSamePage } from './marker.js';

/** A file of which only the name has been read; `given` is null where it is not being taken in but was before. */
export type NamedPage = { path: string; given: GivenFacts | null; facts: PrintedFacts };

/** Where names tell little, so many neighbours in the list are opened at most. */
const MAX_OPENED = 40;

/** Finds files by what their names (or the command) tell of newspaper, date and page. */
export class PageNames {
  private readonly byDate = new Map<string | null, NamedPage[]>();

  constructor(files: readonly { path: string; given: GivenFacts | null }[]) {
    const seen = new Set<string>();
    for (const { path, given } of files) {
      if (seen.has(path) || !isPageFile(path)) continue;
      seen.add(path);
      this.add({ path, given, facts: readName(path, given) });
    }
  }

  /** Files that may hold a page of an issue, the likeliest first: their names do not say otherwise. */
  find(path: string, issue: Issue, page: string): NamedPage[] {
    const mayBe = ({ path: other, facts }: NamedPage) =>
      other !== path &&
      canBeSamePage(facts.page, page) &&
      (!facts.newspaper || !issue.newspaper || facts.newspaper === issue.newspaper);
    const dated = issue.issueDate === null ? [] : (this.byDate.get(issue.issueDate) ?? []);
    const undated = (this.byDate.get(null) ?? []).filter(
      (file) => mayBe(file) && (file.given !== null || dirname(file.path) === dirname(path)),
    );
    return [...cutNeighbours(dated.filter(mayBe), path), ...cutNeighbours(undated, path)];
  }

  private add(file: NamedPage): void {
    const files = this.byDate.get(file.facts.date);
    if (files) files.push(file);
    else this.byDate.set(file.facts.date, [file]);
  }
}

function readName(path: string, given: GivenFacts | null): PrintedFacts {
  const named = parseFileFacts(path);
  return {
    newspaper: given?.newspaper ?? named.newspaper,
    date: given?.date ?? named.date,
    page: given?.page ?? named.page,
  };
}

function cutNeighbours(files: readonly NamedPage[], path: string): NamedPage[] {
  const after = files.findIndex((file) => file.path > path);
  const at = after < 0 ? files.length : after;
  const from = Math.max(0, Math.min(at - MAX_OPENED / 2, files.length - MAX_OPENED));
  return files.slice(from, from + MAX_OPENED);
}
