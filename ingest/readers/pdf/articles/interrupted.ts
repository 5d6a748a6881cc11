import { type Draft, toBlock } from './draft.js';
import type { ReadPiece } from './piece-roles.js';

/** Characters; a shorter line without a mark is a line of its own. */
const RUNNING = 20;

/** Its last paragraph is cut in mid-sentence. */
export function breaksOff({ body }: Draft): boolean {
  const last = body.at(-1);
  const block = last && toBlock(last.lines);
  return block?.role === 'body' && block.text.length > RUNNING && /[\p{Script=Han}\d，、]$/u.test(block.text);
}

/** A column begins within a paragraph, while the open article has ended and another has broken off. */
export function resumes(
  { piece, block }: ReadPiece,
  current: Draft | null,
  interrupted: Draft | null,
): boolean {
  if (!interrupted || !current?.body.length || interrupted === current || !breaksOff(interrupted))
    return false;
  const before = interrupted.body.at(-1)?.pieces.at(-1);
  const isNextColumn =
    before?.page === piece.page && (before.lines.at(-1)?.x1 ?? 0) < (piece.lines[0]?.x0 ?? 0);
  return isNextColumn && piece.mayGoOn && !piece.isDistinct && !block.startsArticle && !breaksOff(current);
}
