import { type Affinity, createAffinity } from './affinity.js';
import type { Block } from './block.js';
import { isCaption, isLoneDay, isStandingByline } from './clues.js';
import { emptyReading, type Reading, type Thread } from './thread.js';
import { weighBeginning, weighEnd, weighGoingOn, weighSigning } from './weigh.js';

/** How many readings of the page so far are kept while the next block is placed. */
const BEAM = 24;

/**
 * Finds which blocks make up one article each. Every block is placed in every sensible way and the readings with the
 * most points go on (beam search), so that a later signature or list number can settle what an early block was.
 */
export function readPage(blocks: readonly Block[]): Reading {
  const affinity = createAffinity(
    blocks.map(({ role, text }) => (role === 'body' || role === 'headline' ? text : '')),
  );
  let readings: Reading[] = [emptyReading];
  for (const [index, block] of blocks.entries()) {
    const steps = readings.flatMap((reading) => placeBlock(reading, blocks, index, block, affinity));
    readings = best(steps, BEAM).map(({ score, take }) => ({ ...take(), score }));
  }
  const finished = readings.map((reading) => finish(reading, blocks));
  return best(finished, 1)[0] ?? emptyReading;
}

/** A way to place the next block: what the reading would score, and the reading, made only where it is kept. */
type Step = { score: number; take: () => Reading };

const best = <T extends { score: number }>(ways: readonly T[], count: number): T[] =>
  [...ways].sort((a, b) => b.score - a.score).slice(0, count);

function placeBlock(
  reading: Reading,
  blocks: readonly Block[],
  index: number,
  block: Block,
  affinity: Affinity,
): Step[] {
  const { score } = reading;
  const only = (take: () => Reading): Step[] => [{ score, take }];
  if (block.role === 'furniture')
    return only(() => ({ ...reading, furniture: [...reading.furniture, index] }));
  if (isLoneDay(block.text)) return only(() => signNotice(reading, index));
  const caption = isCaption(block, blocks[index + 1]);
  if (block.role === 'headline' && !caption) return only(() => waitFor(reading, index, block));
  if (block.role === 'byline') return placeByline(reading, index, block);
  return placeBody(reading, blocks, index, caption, affinity);
}

function placeBody(
  reading: Reading,
  blocks: readonly Block[],
  index: number,
  caption: boolean,
  affinity: Affinity,
): Step[] {
  const beginning = weighBeginning(reading, blocks, index, caption, affinity);
  const steps: Step[] = [{ score: reading.score + beginning, take: () => begin(reading, index, caption) }];
  for (const [thread, points] of weighGoingOn(reading, blocks, index, caption, affinity).entries()) {
    if (points > Number.NEGATIVE_INFINITY)
      steps.push({ score: reading.score + points, take: () => goOn(reading, index, thread, caption) });
  }
  return steps;
}

/** Lines that wait become the new article's headline group. */
function begin(reading: Reading, index: number, isCaption: boolean): Reading {
  const thread: Thread = {
    body: [index],
    byline: reading.waitingByline,
    closed: false,
    isCaption,
    isNotice: false,
  };
  const number = reading.threads.length;
  return {
    ...reading,
    threads: [...reading.threads, thread],
    threadOf: withThread(reading.threadOf, [...reading.waiting, index], number),
    headlines: [...reading.headlines, ...groupWaiting(reading, { over: number, inside: null })],
    current: number,
    waiting: [],
    waitingByline: [],
  };
}

/** Lines that wait are crossheads where the article simply goes on, else a headline that stands inside it. */
function goOn(reading: Reading, index: number, number: number, caption: boolean): Reading {
  const isNext = number === reading.current;
  const added = isNext ? [...reading.waiting, index] : [index];
  return {
    ...reading,
    threads: updateThread(reading.threads, number, (thread) => ({
      ...thread,
      body: [...thread.body, ...added],
      isCaption: thread.isCaption || caption,
    })),
    threadOf: withThread(reading.threadOf, added, number),
    headlines: isNext
      ? reading.headlines
      : [...reading.headlines, ...groupWaiting(reading, { over: null, inside: number })],
    current: number,
    waiting: [],
  };
}

function groupWaiting(
  reading: Reading,
  place: { over: number | null; inside: number | null },
): Reading['headlines'] {
  const below = reading.current < 0 ? null : reading.current;
  return reading.waiting.length ? [{ blocks: reading.waiting, ...place, below }] : [];
}

/** A vertical headline stands beside columns, never inside an article. */
function waitFor(reading: Reading, index: number, block: Block): Reading {
  const threads = block.vertical ? close(reading.threads, reading.current) : reading.threads;
  return { ...reading, threads, waiting: [...reading.waiting, index] };
}

/** A signature stands over the body to come (□ 本报记者), or ends the latest article or one that was left open. */
function placeByline(reading: Reading, index: number, block: Block): Step[] {
  const above: Step = {
    score: reading.score,
    take: () => ({ ...reading, waitingByline: [...reading.waitingByline, index] }),
  };
  if (isStandingByline(block.text) || reading.waitingByline.length) return [above];
  const steps = reading.threads.flatMap(({ closed, isCaption }, number): Step[] => {
    const points = weighSigning(number === reading.current && !reading.waiting.length, isCaption);
    const take = () => sign(reading, number, index);
    return closed ? [] : [{ score: reading.score + points, take }];
  });
  return reading.waiting.length || !steps.length ? [...steps, above] : steps;
}

function sign(reading: Reading, number: number, index: number): Reading {
  const close = (thread: Thread) => ({ ...thread, byline: [...thread.byline, index], closed: true });
  return { ...reading, threads: updateThread(reading.threads, number, close) };
}

/** A day alone on a line, behind who signs, ends a notice. */
function signNotice(reading: Reading, index: number): Reading {
  const current = reading.threads[reading.current];
  if (!current || current.closed) return { ...reading, furniture: [...reading.furniture, index] };
  const signed = reading.waiting.slice(-1);
  const inside = reading.waiting.slice(0, -1);
  const sign = (thread: Thread): Thread => ({
    ...thread,
    body: [...thread.body, ...inside],
    byline: [...thread.byline, ...signed, index],
    closed: true,
    isNotice: true,
  });
  return {
    ...reading,
    threads: updateThread(reading.threads, reading.current, sign),
    threadOf: withThread(reading.threadOf, inside, reading.current),
    waiting: [],
  };
}

function finish(reading: Reading, blocks: readonly Block[]): Reading {
  return {
    ...reading,
    headlines: [...reading.headlines, ...groupWaiting(reading, { over: null, inside: null })],
    waiting: [],
    score: reading.score + weighEnd(reading, blocks),
  };
}

const close = (threads: Thread[], number: number): Thread[] =>
  updateThread(threads, number, (thread) => ({ ...thread, closed: true }));

function updateThread(threads: Thread[], number: number, change: (thread: Thread) => Thread): Thread[] {
  return threads.map((thread, index) => (index === number ? change(thread) : thread));
}

function withThread(threadOf: number[], blocks: readonly number[], number: number): number[] {
  const changed = [...threadOf];
  for (const block of blocks) {
    while (changed.length <= block) changed.push(-1);
    changed[block] = number;
  }
  return changed;
}
