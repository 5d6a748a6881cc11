import type { Block } from '../pages/blocks/block.js';
import { parseMarker } from './marker.js';

/** Between 上接 and what it stands over there are at most a repeated headline's decks and a signature. */
const REACH = 4;

/** Running text behind 上接 begins an article of its own on this page, however it reads. */
export function openContinued(blocks: readonly Block[]): Block[] {
  const opened = new Set<number>();
  for (const [index, { text }] of blocks.entries()) {
    if (parseMarker(text)?.direction !== 'from') continue;
    const ahead = blocks.slice(index + 1, index + 1 + REACH);
    const body = ahead.findIndex(({ role }) => role === 'body');
    if (body >= 0) opened.add(index + 1 + body);
  }
  return blocks.map((block, index) => (opened.has(index) ? { ...block, startsArticle: true } : block));
}
