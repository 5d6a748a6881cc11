import type { Block } from '../blocks/block.js';
import { type Affinity, createAffinity } from './affinity.js';
import { createFindSeam, type FindSeam } from './seam.js';

/** The blocks of a page and what ties them together; nothing here changes while the page is read. */
export type PageSigns = {
  blocks: readonly Block[];
  affinity: Affinity;
  isSeam: FindSeam;
  /** For each block how many headline-like lines stand together with it: headlines are few, entries and verses many. */
  runs: readonly number[];
};

export function createPageSigns(blocks: readonly Block[]): PageSigns {
  const telling = blocks.map(({ role, text }) => (role === 'body' || role === 'headline' ? text : ''));
  return {
    blocks,
    affinity: createAffinity(telling),
    isSeam: createFindSeam(blocks),
    runs: findRuns(blocks),
  };
}

function findRuns(blocks: readonly Block[]): number[] {
  const runs = new Array<number>(blocks.length).fill(0);
  let start = 0;
  for (let end = 0; end <= blocks.length; end++) {
    if (blocks[end]?.role === 'headline') continue;
    runs.fill(end - start, start, end);
    start = end + 1;
  }
  return runs;
}
