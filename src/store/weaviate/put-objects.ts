import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/weaviate.js';
import type { Connection } from './connection.js';
import { cutIntoBatches } from './cut-batches.js';
import { isRefusal, toFault } from './faults.js';
import type { NewObject } from './stored.js';

/** Requests that write at the same time: a server that takes longer is given no more. */
const WRITERS = 2;
/** An object that the server did not take is sent again so often; where nodes are away, for so many milliseconds. */
const TRIES = 5;
const PATIENCE = 120_000;
/** Before that, in milliseconds; doubled each time. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 3000;

type NameOf = (object: NewObject) => string;
type SendResult = { result?: { status?: string; errors?: { error?: { message?: string }[] } } };

/**
 * Writes objects of a collection, new or in place of those with the same ids; what the server does not take is sent again.
 * @param nameOf the article that an object belongs to, for the sentence that says what could not be stored
 */
export async function putObjects(
  connection: Connection,
  collection: string,
  objects: readonly NewObject[],
  nameOf: NameOf,
): Promise<void> {
  const batches = cutIntoBatches(objects);
  const work = async () => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift())
      await putBatch(connection, collection, batch, nameOf);
  };
  await Promise.all(Array.from({ length: WRITERS }, work));
}

async function putBatch(
  connection: Connection,
  collection: string,
  objects: readonly NewObject[],
  nameOf: NameOf,
): Promise<void> {
  const started = Date.now();
  let waiting = objects;
  for (let tries = 1; ; tries++) {
    const faults = await send(connection, collection, waiting);
    waiting = waiting.filter((_, i) => faults[i] !== null);
    if (waiting.length === 0) return;
    const fault = String(faults.find(Boolean));
    const isPassing = toFault(new Error(fault), collection).kind !== 'lasting';
    if (isPassing ? Date.now() - started > PATIENCE : tries >= TRIES) {
      const names = [...new Set(waiting.map(nameOf))];
      throw new StoreError(wording.notStored(names, fault.slice(0, 200)));
    }
    await sleep(Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE));
  }
}

/**
 * What was wrong with each object, null for those that were stored. Not by the library's own call, which looks only
 * every half a second whether it has made its request.
 */
async function send(
  connection: Connection,
  collection: string,
  objects: readonly NewObject[],
): Promise<(string | null)[]> {
  const path = `/v1/batch/objects?consistency_level=${connection.settings.consistency}`;
  const body = {
    objects: objects.map(({ id, properties, vector }) => ({
      ...{ class: collection, id, properties },
      ...(vector === undefined ? {} : { vectors: { [vector.name]: vector.values } }),
    })),
  };
  const results = await connection.request<SendResult[]>('write', path, { method: 'POST', body });
  const faults = objects.map((_, i) => {
    const result = results?.[i]?.result;
    if (result?.status !== 'FAILED') return null;
    return result.errors?.error?.[0]?.message ?? 'failed';
  });
  const refused = faults.find((fault) => fault !== null && isRefusal(fault));
  if (refused) throw toFault(new Error(refused), collection).error;
  return faults;
}
