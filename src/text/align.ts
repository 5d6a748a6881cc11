/** A stretch that differs: `part.slice(start, end)` stands as `text.slice(from, to)`; either may be empty. */
export type Edit = { start: number; end: number; from: number; to: number };

/** Where a part stands in a text, more or less: `text.slice(start, end)` is most like it. */
export type Alignment = {
  start: number;
  end: number;
  /** Characters changed, missing or too many. */
  distance: number;
  /** In order, apart from each other. */
  edits: Edit[];
};

/**
 * The stretch of a text that is most like the part, by the fewest characters changed, missing or added; null where
 * each takes more than `most`. Of equal ones the first.
 *
 *            t e x t →      Sellers (1980): the first row is free, so that the stretch may begin anywhere, and the
 *   p   0 0 0 0 0 0 0 0     best of the last row is where it ends. Only cells up to `most` are computed
 *   a   1 . . . . . . .     (Ukkonen 1985), so that a text that holds nothing alike costs little more than its length.
 *   rt↓ 2 . . . . . . .
 */
export function alignInside(part: string, text: string, most: number): Alignment | null {
  const same = text.indexOf(part);
  if (same >= 0) return { start: same, end: same + part.length, distance: 0, edits: [] };
  const found = most > 0 ? findEnd(part, text, most) : null;
  return found && traceBack(part, text, found);
}

function findEnd(part: string, text: string, most: number): { end: number; distance: number } | null {
  const column = Uint16Array.from({ length: part.length + 1 }, (_, i) => i);
  let reached = Math.min(part.length, most);
  let best: { end: number; distance: number } | null = null;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const last = Math.min(part.length, reached + 1);
    let diagonal = 0;
    let above = 0;
    for (let i = 1; i <= last; i++) {
      const left = i > reached ? most + 1 : (column[i] as number);
      const changed = diagonal + (part.charCodeAt(i - 1) === code ? 0 : 1);
      above = Math.min(changed, left + 1, above + 1);
      diagonal = left;
      column[i] = above;
    }
    reached = last;
    while ((column[reached] as number) > most) reached--;
    if (reached < part.length) continue;
    const distance = column[reached] as number;
    if (!best || distance < best.distance || isBetterEnd(part, text, best, at, distance))
      best = { end: at + 1, distance };
  }
  return best;
}

/** Of equal stretches the one that ends as the part does; a last character that was changed is not missing in it. */
function isBetterEnd(
  part: string,
  text: string,
  best: { end: number; distance: number },
  at: number,
  distance: number,
): boolean {
  const last = part.at(-1);
  if (distance !== best.distance || text[best.end - 1] === last) return false;
  return best.end === at || (text[at] === last && at - best.end < distance);
}

/** Fills the whole table for the few characters before the end, and walks it back. */
function traceBack(
  part: string,
  text: string,
  { end, distance }: { end: number; distance: number },
): Alignment {
  const from = Math.max(0, end - part.length - distance);
  const width = end - from + 1;
  const table = fillTable(part, text.slice(from, end), width);
  const edits: Edit[] = [];
  let i = part.length;
  let j = width - 1;
  while (i > 0) {
    const here = table[i * width + j] as number;
    const isSame = j > 0 && part[i - 1] === text[from + j - 1];
    if (j > 0 && here === (table[(i - 1) * width + j - 1] as number) + (isSame ? 0 : 1)) {
      if (!isSame) addEdit(edits, { start: i - 1, end: i, from: from + j - 1, to: from + j });
      i--;
      j--;
    } else if (here === (table[(i - 1) * width + j] as number) + 1) {
      addEdit(edits, { start: i - 1, end: i, from: from + j, to: from + j });
      i--;
    } else {
      addEdit(edits, { start: i, end: i, from: from + j - 1, to: from + j });
      j--;
    }
  }
  return { start: from + j, end, distance, edits: edits.reverse() };
}

function fillTable(part: string, text: string, width: number): Uint16Array {
  const table = new Uint16Array((part.length + 1) * width);
  for (let i = 1; i <= part.length; i++) {
    table[i * width] = i;
    for (let j = 1; j < width; j++) {
      const changed =
        (table[(i - 1) * width + j - 1] as number) +
        (part.charCodeAt(i - 1) === text.charCodeAt(j - 1) ? 0 : 1);
      const missing = (table[(i - 1) * width + j] as number) + 1;
      const added = (table[i * width + j - 1] as number) + 1;
      table[i * width + j] = Math.min(changed, missing, added);
    }
  }
  return table;
}

/** Edits come from the back; what touches makes one. */
function addEdit(edits: Edit[], edit: Edit): void {
  const next = edits.at(-1);
  if (next && next.start === edit.end && next.from === edit.to) {
    next.start = edit.start;
    next.from = edit.from;
  } else edits.push(edit);
}
