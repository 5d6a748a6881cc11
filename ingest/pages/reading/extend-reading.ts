import type { Block } from '../blocks/block.js';
import type { Reading, Thread } from './thread.js';

// The ways in which a reading takes the next block in. Each returns a new reading; `index` is the block's place.

/** Lines that wait become the new article's headline group. */
export function beginThread(reading: Reading, index: number, isCaption: boolean): Reading {
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
    threadOf: withThread(reading, [...reading.waiting, index], number),
    headlines: [...reading.headlines, ...groupWaiting(reading, { over: number, inside: null })],
    current: number,
    waiting: [],
    waitingByline: [],
  };
}

/** Lines that wait are crossheads where the article simply goes on, else a headline that stands inside it. */
export function goOn(reading: Reading, index: number, number: number, caption: boolean): Reading {
  const isNext = number === reading.current;
  const added = isNext ? [...reading.waiting, index] : [index];
  return {
    ...reading,
    threads: updateThread(reading.threads, number, (thread) => ({
      ...thread,
      body: [...thread.body, ...added],
      isCaption: thread.isCaption || caption,
    })),
    threadOf: withThread(reading, added, number),
    headlines: isNext
      ? reading.headlines
      : [...reading.headlines, ...groupWaiting(reading, { over: null, inside: number })],
    current: number,
    waiting: [],
  };
}

/** The lines that wait, as a headline group at a place of the page; none where none waits. */
export function groupWaiting(
  reading: Reading,
  place: { over: number | null; inside: number | null },
): Reading['headlines'] {
  const below = reading.current < 0 ? null : reading.current;
  return reading.waiting.length ? [{ blocks: reading.waiting, ...place, below }] : [];
}

/** A vertical headline stands beside columns, never inside an article. */
export function waitFor(reading: Reading, index: number, block: Block): Reading {
  const threads = block.vertical ? close(reading.threads, reading.current) : reading.threads;
  return { ...reading, threads, waiting: [...reading.waiting, index] };
}

/** A signature ends the thread that it is given to. */
export function sign(reading: Reading, number: number, index: number): Reading {
  const close = (thread: Thread) => ({ ...thread, byline: [...thread.byline, index], closed: true });
  return { ...reading, threads: updateThread(reading.threads, number, close) };
}

/** A day alone on a line, behind who signs, ends a notice. */
export function signNotice(reading: Reading, index: number): Reading {
  const current = reading.threads[reading.current];
  if (!current || current.closed) return setAside(reading, index);
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
    threadOf: withThread(reading, inside, reading.current),
    waiting: [],
  };
}

/** Nothing more of the article stands on this page: it is signed, or 下转. */
export const closeCurrent = (reading: Reading): Reading => ({
  ...reading,
  threads: close(reading.threads, reading.current),
});

const close = (threads: Thread[], number: number): Thread[] =>
  updateThread(threads, number, (thread) => ({ ...thread, closed: true }));

function updateThread(threads: Thread[], number: number, change: (thread: Thread) => Thread): Thread[] {
  return threads.map((thread, index) => (index === number ? change(thread) : thread));
}

function withThread({ start, threadOf }: Reading, blocks: readonly number[], number: number): number[] {
  const changed = [...threadOf];
  for (const block of blocks) {
    while (changed.length <= block - start) changed.push(-1);
    changed[block - start] = number;
  }
  return changed;
}

/** A signature that stands over the body to come. */
export function waitWithByline(reading: Reading, index: number): Reading {
  return { ...reading, waitingByline: [...reading.waitingByline, index] };
}

/** A block that belongs to no article. */
export function setAside(reading: Reading, index: number): Reading {
  return { ...reading, furniture: [...reading.furniture, index] };
}
