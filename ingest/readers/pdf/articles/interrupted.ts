import { type Draft, toBlock } from './draft.js';
import type { ReadPiece } from './piece-roles.js';

/** Characters; a shorter line without a mark is a line of its own. */
const RUNNING = 20;

/** Its last paragraph is cut in mid-sentence. */
export function breaksOff({ body }: Draft): boolean {
  const last = body.at(-1);
  const block = last && toBlock(last.lines);
  return block?.role === 'body' && block.endsOpen && block.text.length > RUNNING;
}

/** A column begins within a paragraph, while the open article has ended and another has broken off. */
export function resumes(
  { piece, block }: ReadPiece,
  current: Draft | null,
  interrupted: Draft | null,
): boolean {
  if (!interrupted || !current?.body.length || interrupted === current || !breaksOff(interrupted))
    return false;
  return piece.mayGoOn && !piece.isDistinct && !block.startsArticle && !breaksOff(current);
}
