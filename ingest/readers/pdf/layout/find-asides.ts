import { parseMarker } from '../../../continue/marker.js';
import { parseMastheadSigns } from '../../../pages/issue/masthead-signs.js';
import { isFurniture } from '../../../pages/text/furniture-line.js';
import { parsePageLine, parseSourceLine } from './source-line.js';
import type { TextLine } from './text-line.js';

/** Shares of the page's height at its top and foot where its masthead and page line stand. */
const EDGES = { top: 0.14, foot: 0.06 };
/** A running head stands at one place, within so many points, on so many pages and at least this share of them. */
const RUNNING = { near: 4, pages: 3, share: 0.3, edge: 0.08 };

/** Stands under the headline of a speech. */
export const SPEECH_DAY = /^[（(]\d{4}年\d{1,2}月\d{1,2}日[）)]$/u;

/** A page's lines without what is printed around its articles: masthead, page line, editors, running heads. */
export function splitAsides(
  lines: readonly TextLine[],
  height: number,
  isRunning: (line: TextLine) => boolean,
  keepsPageLines: boolean,
): { printed: TextLine[]; above: TextLine[]; below: TextLine[] } {
  const headings = Math.min(
    ...lines.filter((line) => !isFurniture(line.text.trim()) && !isRunning(line)).map(({ y0 }) => y0),
  );
  const isAside = (line: TextLine) => {
    const text = line.text.trim();
    // Below a headline such a line tells where the article was printed.
    if (
      !isRunning(line) &&
      line.y0 > headings &&
      line.y1 < height * (1 - EDGES.foot) &&
      parseSourceLine(text)
    )
      return false;
    if (keepsPageLines && !isRunning(line) && parsePageLine(text)) return false;
    if (isRunning(line) || (isFurniture(text) && !SPEECH_DAY.test(text) && parseMarker(text) === null))
      return true;
    const isAtEdge = line.y0 < height * EDGES.top || line.y1 > height * (1 - EDGES.foot);
    const signs = isAtEdge ? parseMastheadSigns(text) : null;
    return signs?.isPure === true && signs.isSign;
  };
  const sure = lines.filter(isAside);
  const asides = [
    ...sure,
    ...lines.filter((line) => !sure.includes(line) && goesOnWithNames(line, sure)),
  ].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
  return {
    printed: lines.filter((line) => !asides.includes(line)),
    above: asides.filter(({ y0 }) => y0 < height / 2),
    below: asides.filter(({ y0 }) => y0 >= height / 2),
  };
}

/** More editors' names in the next line, in the same type. */
const goesOnWithNames = ({ text, x0, x1, y0, size }: TextLine, asides: readonly TextLine[]): boolean =>
  /^(?:\p{Script=Han}{2,4}|\p{Script=Han} \p{Script=Han})(?:\s+(?:\p{Script=Han}{2,4}|\p{Script=Han} \p{Script=Han}))*$/u.test(
    text,
  ) &&
  asides.some(
    (above) =>
      /[编校审][：: ]/u.test(above.text) &&
      Math.abs(above.size - size) < 0.5 &&
      y0 > above.y0 &&
      y0 - above.y1 < size &&
      Math.min(above.x1, x1) > Math.max(above.x0, x0),
  );

/** Tells the lines that stand on many pages in the same place, but for their numbers: 第 5 页. */
export function findRunningHeads(
  pages: readonly { lines: readonly TextLine[]; height: number }[],
): (line: TextLine) => boolean {
  const places = new Map<string, number>();
  const keysOf = ({ text, y0 }: TextLine) => {
    const place = Math.round(y0 / RUNNING.near);
    return [place - 1, place, place + 1].map((at) => `${at} ${text.replace(/\d+/gu, '#').trim()}`);
  };
  for (const { lines, height } of pages) {
    const edge = height * RUNNING.edge;
    const atEdge = lines.filter(({ y0, y1 }) => y1 < edge || y0 > height - edge);
    for (const key of new Set(atEdge.flatMap(keysOf))) places.set(key, (places.get(key) ?? 0) + 1);
  }
  const enough = Math.max(RUNNING.pages, pages.length * RUNNING.share);
  return (line) => (places.get(keysOf(line)[1] ?? '') ?? 0) >= enough;
}
