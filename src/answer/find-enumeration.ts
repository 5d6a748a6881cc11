import { parseChineseNumber } from '../text/numbers.js';
import type { Span } from '../text/split-sentences.js';

const NUMERAL = '[一二三四五六七八九十]{1,3}';
/** 一是 / 第一是 / 一、 / (一) / 1. / ① … at the start of an item. */
const MARKER = new RegExp(
  `(?:第?(${NUMERAL})(?:是|、(?=\\S{4}))|[（(](${NUMERAL})[）)]|(?<![\\d.])(\\d{1,2})[.．、](?!\\d)|([①-⑳]))`,
  'gu',
);

/** Items may be missing where text of the page is lost; more than this many, and another list has begun. */
const MAX_GAP = 6;

/** A numbered run of items in a text; `span` reaches from the first to the last, in UTF-16 offsets as the items. */
export type Enumeration = { items: Span[]; numbers: number[]; span: Span };

/**
 * Numbered runs in a body: each item from its number to the next one or to the end of its sentence. A run in Chinese
 * numerals may have a gap (四是 … 九是): `numbers` then shows it.
 */
export function findEnumerations(body: string): Enumeration[] {
  const markers = [...body.matchAll(MARKER)].map(readMarker);
  const runs: Marker[][] = [];
  for (const marker of markers) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run && last && goesOn(last, marker)) run.push(marker);
    else if (marker.number >= 1) runs.push([marker]);
  }
  return runs.filter((run) => run.length >= 2).map((run) => buildEnumeration(body, run));
}

/** `inWords`: 一是, 一、 and the like, of which print loses some. */
type Marker = { at: number; number: number; inWords: boolean };

function goesOn(last: Marker, next: Marker): boolean {
  const gap = next.number - last.number - 1;
  return gap === 0 || (gap > 0 && gap <= MAX_GAP && last.inWords && next.inWords);
}

function buildEnumeration(body: string, run: readonly Marker[]): Enumeration {
  const items = run.map(({ at, number }, index) => {
    const next = run[index + 1];
    return trimItem(body, at, next?.number === number + 1 ? next.at : endOfItem(body, at));
  });
  const span = { start: items[0]?.start ?? 0, end: items[items.length - 1]?.end ?? 0 };
  return { items, numbers: run.map(({ number }) => number), span };
}

/** The last item ends with its sentence. */
function endOfItem(body: string, at: number): number {
  const end = /[。；;\n]/u.exec(body.slice(at));
  return end ? at + end.index + 1 : body.length;
}

function trimItem(body: string, from: number, to: number): Span {
  let end = to;
  while (end > from && /\s/u.test(body[end - 1] ?? '')) end--;
  return { start: from, end };
}

function readMarker(found: RegExpExecArray): Marker {
  return { at: found.index, number: readNumber(found), inWords: found[1] !== undefined };
}

function readNumber(found: RegExpMatchArray): number {
  const [, chinese, bracketed, arabic, circled] = found;
  const numeral = chinese ?? bracketed;
  if (numeral) return parseChineseNumber(numeral) ?? 0;
  if (arabic) return Number(arabic);
  return circled ? circled.charCodeAt(0) - '①'.charCodeAt(0) + 1 : 0;
}
