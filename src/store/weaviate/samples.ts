import { NUMBERS_END } from './ids.js';

/** One in how many chunks of a sample is in the next smaller one. */
const TIMES = 8;

/** Of 100 million chunks it has some 400. */
const SMALLEST = 6;

/** From this one on the terms of a sample's chunks have an index of their own, which holds little else. */
export const INDEXED = 2;

/** What part of all chunks a sample has; sample 0 is all. */
export const shareOf = (sample: number): number => TIMES ** -sample;

/** The samples that an article's chunks are in, told by its first number, which is any with equal chances; none for most. */
export function samplesOf(number: number): number[] {
  const samples: number[] = [];
  for (let sample = 1; sample <= SMALLEST && number < NUMBERS_END * shareOf(sample); sample++)
    samples.push(sample);
  return samples;
}

/** The smallest sample that has so many of the chunks. */
export function sampleOf(chunks: number, size: number): number {
  let sample = 0;
  while (sample < SMALLEST && chunks * shareOf(sample + 1) >= size) sample++;
  return sample;
}

/** The next larger sample, or an even larger one that is at most so many times as large. */
export const largerThan = (sample: number, times: number): number =>
  Math.max(0, sample - Math.max(1, Math.floor(Math.log(times) / Math.log(TIMES))));
