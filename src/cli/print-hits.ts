import type { SearchAnswer } from '../domain/answer.js';
import { formatHit, formatNotes, formatParts, noHits } from '../domain/wording/cli-answer.js';
import { groupReprints } from '../search/reprints.js';
import { escapeControls } from './escape-controls.js';
import type { Output } from './output.js';

/** Ranked passages for a person; with `explain` each with what its score is made of. */
export async function printHits(
  found: SearchAnswer,
  { print, style }: Output,
  explain = false,
): Promise<void> {
  if (found.hits.length === 0) await print(noHits());
  for (const { hit, reprints } of groupReprints(found.hits)) {
    const [source = '', ...passage] = escapeControls(formatHit(hit, reprints)).split('\n');
    await print([style.strong(source), ...passage].join('\n'));
    if (explain) await print(style.quiet(formatParts(hit)));
  }
  const notes = formatNotes(found);
  if (notes.length > 0) await print(`\n${style.quiet(escapeControls(notes.join('\n')))}`);
}
