import { type Affinity, createAffinity } from './affinity.js';
import type { Block } from './block.js';
import { createFindSeam, type FindSeam } from './seam.js';

/** The blocks of a page and what ties them together; nothing here changes while the page is read. */
export type PageSigns = {
  blocks: readonly Block[];
  affinity: Affinity;
  isSeam: FindSeam;
};

export function createPageSigns(blocks: readonly Block[]): PageSigns {
  const telling = blocks.map(({ role, text }) => (role === 'body' || role === 'headline' ? text : ''));
  return { blocks, affinity: createAffinity(telling), isSeam: createFindSeam(blocks) };
}
