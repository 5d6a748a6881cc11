import type { Block } from '../blocks/block.js';

/** Characters; a longer text below a picture is a report with its picture's credit. */
const MAX_CAPTION = 350;
/** A cartoon's words may be few, a picture's are a sentence. */
const SHORTEST = { drawn: 2, photographed: 12 };

/** A paragraph that ends in a picture's credit, or that a credit alone has signed. */
export function isCaption(block: Block, next: Block | undefined): boolean {
  if (block.startsArticle || block.role === 'byline' || block.role === 'furniture') return false;
  if (block.text.length > MAX_CAPTION) return false;
  const isCredited = next?.signature === 'credit';
  if (block.role === 'headline') {
    const shortest = isCredited && /作[）)]?$/u.test(next.text) ? SHORTEST.drawn : SHORTEST.photographed;
    return (isCredited || block.credited) && block.text.length > shortest;
  }
  return isCredited || block.credited;
}
