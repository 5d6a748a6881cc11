import type { Line } from '../pages/blocks/line.js';
import { findMarker } from './marker.js';

/** The end of a line in which a marker may have begun that goes on in the next one. */
const BEGUN = /(?:[下上紧]|[转接][^。，！？]{0,6})$/u;
const OPEN_BRACKET = /[（(【[][^）)】\]。，]{0,30}$/u;

/** Puts each 下转/上接 marker on a line of its own, also where print has set it into running text or over two lines. */
export function cutMarkers(lines: readonly Line[]): Line[] {
  const cut: Line[] = [];
  const waiting = [...lines].reverse();
  for (let line = waiting.pop(); line; line = waiting.pop()) {
    const found = line.vertical ? null : findMarker(line.text);
    const next = waiting.at(-1);
    const mayGoOn = OPEN_BRACKET.test(line.text) || (!found && BEGUN.test(line.text));
    const joined = next && mayGoOn ? joinWrapped(line, next) : null;
    if (joined) {
      waiting.pop();
      waiting.push(...joined.reverse());
    } else if (!found) cut.push(line);
    else {
      const rest = line.text.slice(found.end).trim();
      const before = line.text.slice(0, found.start).trim();
      if (before) cut.push({ ...line, text: before });
      cut.push({ ...line, text: line.text.slice(found.start, found.end).trim(), gap: before ? 0 : line.gap });
      if (rest) waiting.push({ ...line, text: rest, gap: 0 });
    }
  }
  return cut;
}

/** …家人（下转 | 第2版）本报讯… → …家人 | （下转第2版） | 本报讯…; null where no marker goes over the line's end. */
function joinWrapped(line: Line, next: Line): Line[] | null {
  if (line.vertical || next.vertical) return null;
  const text = line.text + next.text;
  const found = findMarker(text);
  if (!found || found.start >= line.text.length || found.end <= line.text.length) return null;
  const before = line.text.slice(0, found.start).trim();
  const rest = text.slice(found.end).trim();
  return [
    ...(before ? [{ ...line, text: before }] : []),
    {
      numbers: [...line.numbers, ...next.numbers],
      text: text.slice(found.start, found.end).trim(),
      gap: before ? 0 : line.gap,
    },
    ...(rest ? [{ ...next, text: rest, gap: 0 }] : []),
  ];
}
