import { type Affinity, createAffinity } from './affinity.js';
import type { Block } from './block.js';
import { isCaption, isLoneDay, isStandingByline } from './clues.js';
import {
  beginThread,
  goOn,
  groupWaiting,
  setAside,
  sign,
  signNotice,
  waitFor,
  waitWithByline,
} from './extend-reading.js';
import { emptyReading, type Reading } from './thread.js';
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
  if (block.role === 'furniture') return only(() => setAside(reading, index));
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
  const steps: Step[] = [
    { score: reading.score + beginning, take: () => beginThread(reading, index, caption) },
  ];
  for (const [thread, points] of weighGoingOn(reading, blocks, index, caption, affinity).entries()) {
    if (points > Number.NEGATIVE_INFINITY)
      steps.push({ score: reading.score + points, take: () => goOn(reading, index, thread, caption) });
  }
  return steps;
}

/** A signature stands over the body to come (□ 本报记者), or ends the latest article or one that was left open. */
function placeByline(reading: Reading, index: number, block: Block): Step[] {
  const above: Step = {
    score: reading.score,
    take: () => waitWithByline(reading, index),
  };
  if (isStandingByline(block.text) || reading.waitingByline.length) return [above];
  const steps = reading.threads.flatMap(({ closed, isCaption }, number): Step[] => {
    const points = weighSigning(number === reading.current && !reading.waiting.length, isCaption);
    const take = () => sign(reading, number, index);
    return closed ? [] : [{ score: reading.score + points, take }];
  });
  return reading.waiting.length || !steps.length ? [...steps, above] : steps;
}

/** Lines that wait at the foot of the page stand below the last article, if they belong to any. */
function finish(reading: Reading, blocks: readonly Block[]): Reading {
  return {
    ...reading,
    headlines: [...reading.headlines, ...groupWaiting(reading, { over: null, inside: null })],
    waiting: [],
    score: reading.score + weighEnd(reading, blocks),
  };
}
