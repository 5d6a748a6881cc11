import type { Value } from './value.js';

/** What stands around a value: pairs of characters and other values, each with how near it stands. */
export type Context = ReadonlyMap<string, number>;

/** In its own clause, between the values beside it; elsewhere in the clause or in the sentence. */
const NEAR = 2;
const FAR = 1;
/** A time or a direction beside a number says more about whose it is than two characters. */
const VALUE_WEIGHT = 2;
/** What the quote says close by and the sentence leaves out speaks against it, by so much of its weight. */
const MISSING = 0.35;

const SENTENCE_END = /[。！？!?；;\n]/u;
const CLAUSE_END = /[，、：:,]/u;
/** Between two values these part what belongs to the one from what belongs to the other. */
const BETWEEN_VALUES = /[和与及至到]/u;

/** Another value nearby, by a name under which sentence and quote can meet. */
export type Mark = Value & { mark: string };

/**
 * What stands around each value of a folded text. `same` are the values of its own kind: their characters count for
 * nothing, and the text is parted between them. `others` are values of other kinds; a clause that is nothing but one of
 * the `times` (2月9日，…) speaks of the clause behind it.
 */
export function buildContexts(
  folded: string,
  same: readonly Value[],
  others: readonly Mark[],
  times: readonly Value[],
): Context[] {
  const blank = blankOut(folded, [...same, ...others]);
  const segments = cutSegments(folded, blankOut(folded, times), same);
  return same.map((value) => {
    const own = segments.findIndex(({ start, end }) => value.start >= start && value.start < end);
    const ownMarks = others.filter((other) => isIn(other, segments[own]));
    const context = new Map<string, number>();
    const add = (key: string, weight: number) => context.set(key, Math.max(weight, context.get(key) ?? 0));
    const near = reach(value, same, blank);
    for (const pair of pairsOf(
      blank.slice(
        Math.max(near.start, segments[own]?.start ?? 0),
        Math.min(near.end, segments[own]?.end ?? 0),
      ),
    ))
      add(pair, NEAR);
    for (const [index, segment] of segments.entries()) {
      if (segment.sentence !== segments[own]?.sentence) continue;
      const weight = index === own ? NEAR : FAR;
      for (const pair of pairsOf(blank.slice(segment.start, segment.end))) add(pair, FAR);
      for (const other of others.filter((one) => isIn(one, segment))) {
        // A clause that has a time of its own does not share its neighbour's.
        const hasOwn = ownMarks.some(({ mark }) => kindOf(mark) === kindOf(other.mark));
        // The time that opens a sentence is that of all its clauses.
        const opens = kindOf(other.mark) === 'time' && index < own;
        if (index === own || !hasOwn) add(other.mark, (opens ? NEAR : weight) * VALUE_WEIGHT);
      }
    }
    return context;
  });
}

/** From the value before to the value behind (隧道7座中5座贯通 says 贯通 of the 5); 2小时17分 is one. */
function reach(value: Value, all: readonly Value[], blank: string): Value {
  const parts = (from: number, to: number) => /[\p{L}\p{N}]/u.test(blank.slice(from, to));
  const before = all.filter(({ end }) => end <= value.start && parts(end, value.start)).map(({ end }) => end);
  const behind = all
    .filter(({ start }) => start >= value.end && parts(value.end, start))
    .map(({ start }) => start);
  return { start: Math.max(0, ...before), end: Math.min(blank.length, ...behind) };
}

const kindOf = (mark: string): string => mark.slice(0, mark.indexOf(':'));

const isIn = (value: Value, segment: Segment | undefined): boolean =>
  segment !== undefined && value.start >= segment.start && value.start < segment.end;

/** How well what stands around a value of a sentence fits what stands around one of its quotes. */
export function compareContexts(said: Context, quoted: Context): number {
  let common = 0;
  for (const [key, weight] of said) common += Math.min(weight, quoted.get(key) ?? 0);
  let missing = 0;
  for (const [key, weight] of quoted) if (weight === NEAR && !said.has(key)) missing += weight;
  return common - MISSING * missing;
}

/** Whether all characters that a quote has close by a value, some at least, stand around the sentence's as well. */
export function isCovered(said: Context, quoted: Context): boolean {
  const near = [...quoted].filter(([key, weight]) => weight === NEAR && !key.includes(':'));
  return near.length > 0 && near.every(([key]) => said.has(key));
}

function blankOut(folded: string, values: readonly Value[]): string {
  return values.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    folded,
  );
}

type Segment = Value & { sentence: number };

/** Clauses, each with the sentence that it is of; one with several values is parted between them. */
function cutSegments(folded: string, timeless: string, values: readonly Value[]): Segment[] {
  const segments: Segment[] = [];
  let sentence = 0;
  let start = 0;
  const isInside = (at: number) => values.some((value) => at >= value.start && at < value.end);
  const cut = (end: number) => {
    if (/[\p{L}\p{N}]/u.test(timeless.slice(start, end))) {
      segments.push({ start, end, sentence });
      start = end;
    }
  };
  for (let at = 0; at < folded.length; at++) {
    const character = folded[at] ?? '';
    if (isInside(at)) continue;
    if (SENTENCE_END.test(character)) {
      cut(at + 1);
      if (start < at + 1) segments.push({ start, end: at + 1, sentence });
      start = at + 1;
      sentence++;
    } else if (CLAUSE_END.test(character)) cut(at + 1);
    else if (BETWEEN_VALUES.test(character) && partsValues(folded, at, start, values)) cut(at + 1);
  }
  if (start < folded.length) segments.push({ start, end: folded.length, sentence });
  return segments;
}

function partsValues(folded: string, at: number, start: number, values: readonly Value[]): boolean {
  const length = folded.slice(at).search(/[，、：:,。！？!?；;\n]/u);
  const end = length < 0 ? folded.length : at + length;
  return (
    values.some((value) => value.start >= start && value.end <= at) &&
    values.some((value) => value.start > at && value.end <= end)
  );
}

function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (const [run] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    for (let i = 0; i + 2 <= run.length; i++) pairs.push(run.slice(i, i + 2));
  }
  return pairs;
}
