import type { Block } from '../pages/blocks/block.js';
import type { Thread } from '../pages/reading/thread.js';
import { type Marker, parseMarker } from './marker.js';

/** Where an article goes on and where it began, as its page says it. */
export type Continuation = { continuedOn: Marker | null; continuedFrom: Marker | null };

/** For each thread the markers that belong to it: 下转 to the nearest text above, 上接 to the nearest below. */
export function attachMarkers(threads: readonly Thread[], blocks: readonly Block[]): Continuation[] {
  const attached = threads.map((): Continuation => ({ continuedOn: null, continuedFrom: null }));
  for (const [index, { text }] of blocks.entries()) {
    const marker = parseMarker(text);
    if (!marker) continue;
    const [thread = -1] = orderByDistance(threads, index, marker.direction);
    const owner = attached[thread];
    if (owner && marker.direction === 'on') owner.continuedOn ??= marker;
    else if (owner) owner.continuedFrom ??= marker;
  }
  return attached;
}

/** Threads, the one whose text stands nearest on the marker's side first, captions and the other side last. */
function orderByDistance(
  threads: readonly Thread[],
  marker: number,
  direction: Marker['direction'],
): number[] {
  const sign = direction === 'on' ? 1 : -1;
  const weigh = ({ body, isCaption }: Thread) => {
    const near = body.map((index) => sign * (marker - index)).map((step) => (step > 0 ? step : 1e6 - step));
    return Math.min(...near) + (isCaption ? 1e7 : 0);
  };
  const weighed = threads.map((thread, number) => ({ number, distance: weigh(thread) }));
  return weighed.sort((a, b) => a.distance - b.distance).map(({ number }) => number);
}
