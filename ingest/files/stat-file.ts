import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { InputError } from '../../src/domain/errors.js';
import * as wording from '../../src/domain/wording/ingest.js';

/** How a file is. @throws InputError for a file that has gone, or may not be looked at. */
export async function statFile(path: string): Promise<BigIntStats> {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new InputError(wording.unreadable(path, code), { cause: error });
  }
}

/** @throws InputError where a file is not any more what it was before it was read. */
export async function refuseChanged(path: string, before: BigIntStats): Promise<void> {
  const after = await statFile(path);
  if (after.size !== before.size || after.mtimeNs !== before.mtimeNs || after.ino !== before.ino)
    throw new InputError(wording.changedWhileReading(path));
}
