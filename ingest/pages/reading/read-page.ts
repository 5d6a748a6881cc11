import { parseMarker } from '../../continue/marker.js';
import type { Block } from '../blocks/block.js';
import { isCaption } from './caption.js';
import {
  beginThread,
  closeCurrent,
  goOn,
  groupWaiting,
  setAside,
  sign,
  signNotice,
  waitFor,
  waitWithByline,
} from './extend-reading.js';
import { findDoubtful } from './find-doubtful.js';
import { signsNotice } from './notice.js';
import type { PageSigns } from './page-signs.js';
import { appendReading, cutSections } from './sections.js';
import { createReading, type Reading } from './thread.js';
import { weighAffinity } from './weigh-affinity.js';
import { weighBeginning } from './weigh-beginning.js';
import { mayBeEntry, weighEntry, weighFirstEntry, weighWaiting } from './weigh-entry.js';
import { weighEnd, weighGoingOn, weighRest, weighSigning } from './weigh-going-on.js';

/** The best reading of a page, and the blocks that other good ones join to something else. */
export type ReadPage = { reading: Reading; doubtful: ReadonlySet<number> };

/** How many readings of the page so far are kept while the next block is placed. */
const BEAM = 16;
/** So many points behind the best one a reading never catches up; on 200 pages none had. */
const HOPELESS = 6;

/**
 * Finds which blocks make up one article each. Every block is placed in every sensible way and the readings with the
 * most points go on (beam search), so that a later signature or list number can settle what an early block was.
 * A page of very many blocks is read in sections, because each reading is copied with all its threads.
 */
export function readPage(signs: PageSigns): ReadPage {
  const sections = cutSections(signs.blocks).map(({ from, to }) => readSection(signs, from, to));
  const reading = sections.map((section) => section.reading).reduce(appendReading, createReading(0));
  return {
    reading: reading.threads.length ? reading : readAsOne(reading),
    doubtful: new Set(sections.flatMap(({ doubtful }) => [...doubtful])),
  };
}

/** Blocks `from` to `to` (exclusive). */
function readSection(signs: PageSigns, from: number, to: number): ReadPage {
  const { blocks } = signs;
  let readings = [createReading(from)];
  for (const [offset, block] of blocks.slice(from, to).entries()) {
    const index = from + offset;
    const caption = isCaption(block, blocks[index + 1]);
    const steps = readings.flatMap((reading) => placeBlock(reading, signs, index, block, caption));
    readings = best(steps, BEAM)
      .filter(({ score }, _, [first]) => score > (first?.score ?? score) - HOPELESS)
      .map(({ score, take }) => ({ ...take(), score }));
  }
  const finished = best(
    readings.map((reading) => finish(reading, blocks)),
    BEAM,
  );
  const reading = finished[0] ?? createReading(from);
  return { reading, doubtful: findDoubtful(reading, finished.slice(1)) };
}

/** A page without running text, a poem or a table, is one article. */
function readAsOne(reading: Reading): Reading {
  const [first, ...others] = reading.headlines.flatMap(({ blocks }) => blocks);
  if (first === undefined) return reading;
  const whole = { ...reading, waiting: [], headlines: [] };
  return others.reduce((read, index) => goOn(read, index, 0, false), beginThread(whole, first, false));
}

/** A way to place the next block: what the reading would score, and the reading, made only where it is kept. */
type Step = { score: number; take: () => Reading };

const best = <T extends { score: number }>(ways: readonly T[], count: number): T[] =>
  [...ways].sort((a, b) => b.score - a.score).slice(0, count);

function placeBlock(
  reading: Reading,
  signs: PageSigns,
  index: number,
  block: Block,
  caption: boolean,
): Step[] {
  const { score } = reading;
  const only = (take: () => Reading): Step[] => [{ score, take }];
  if (block.role === 'furniture') {
    const goesOnElsewhere = parseMarker(block.text)?.direction === 'on';
    return only(() => setAside(goesOnElsewhere ? closeCurrent(reading) : reading, index));
  }
  if (signsNotice(reading, signs.blocks, block)) return only(() => signNotice(reading, index));
  if (block.role === 'headline' && !caption) return placeHeadline(reading, signs, index, block);
  if (block.role === 'byline') return placeByline(reading, index, block);
  return placeBody(reading, signs, index, block, caption);
}

/**
 * A short line without marks waits for what follows, unless it is the rest of a word that a column break cut, or one of
 * many such lines: an entry of a list or a verse.
 */
function placeHeadline(reading: Reading, signs: PageSigns, index: number, block: Block): Step[] {
  const { score } = reading;
  const steps: Step[] = [
    { score: score + weighWaiting(reading, signs, index), take: () => waitFor(reading, index, block) },
  ];
  for (const [number, { body, closed }] of reading.threads.entries()) {
    if (!closed && signs.isSeam(body.at(-1) ?? -1, index))
      steps.push({ score: score + weighRest(reading), take: () => goOn(reading, index, number, false) });
  }
  if (!mayBeEntry(signs, index)) return steps;
  steps.push({
    score: score + weighFirstEntry(reading, signs, index),
    take: () => beginThread(reading, index, false),
  });
  const { current } = reading;
  if (current >= 0 && !reading.threads[current]?.closed)
    steps.push({
      score: score + weighEntry(reading, signs.blocks),
      take: () => goOn(reading, index, current, false),
    });
  return steps;
}

function placeBody(
  reading: Reading,
  signs: PageSigns,
  index: number,
  block: Block,
  caption: boolean,
): Step[] {
  const finish = block.signedOff || block.credited ? closeCurrent : (next: Reading) => next;
  const next = { index, isCaption: caption, common: weighAffinity(reading, signs, index) };
  const beginning = weighBeginning(reading, signs, next);
  const steps: Step[] = [
    { score: reading.score + beginning, take: () => finish(beginThread(reading, index, caption)) },
  ];
  for (const [thread, points] of weighGoingOn(reading, signs, next).entries()) {
    if (points > Number.NEGATIVE_INFINITY)
      steps.push({
        score: reading.score + points,
        take: () => finish(goOn(reading, index, thread, caption)),
      });
  }
  return steps;
}

/** A signature stands over the body to come (□ 本报记者), or ends the latest article or one that was left open. */
function placeByline(reading: Reading, index: number, { signature }: Block): Step[] {
  const above: Step = {
    score: reading.score,
    take: () => waitWithByline(reading, index),
  };
  const eitherSide = signature === 'either' || signature === 'name';
  if (signature === 'above' || (reading.waitingByline.length && eitherSide)) return [above];
  const steps = reading.threads.flatMap(({ closed, isCaption }, number): Step[] => {
    const isLatest = number === reading.current && !reading.waiting.length;
    const points = weighSigning(isLatest, isCaption, signature);
    const take = () => sign(reading, number, index);
    return closed ? [] : [{ score: reading.score + points, take }];
  });
  const mayStandAbove = eitherSide && reading.waiting.length > 0;
  return mayStandAbove || !steps.length ? [...steps, above] : steps;
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
