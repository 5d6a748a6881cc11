/** SQLite finds nothing wrong with a value that was changed on the disk: said in its own code, so that it is told alike. */
const DAMAGED = 'SQLITE_CORRUPT';

export function damagedRow(what: string): Error {
  return Object.assign(new Error(`A stored row is damaged: ${what}.`), { code: DAMAGED });
}

export const isDamagedRow = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === DAMAGED;

/** A list as it was stored. Throws what `damagedRow` makes where it is none. */
export function parseStoredList<Item>(json: string, what: string): Item[] {
  try {
    const list: unknown = JSON.parse(json);
    if (Array.isArray(list)) return list as Item[];
  } catch {
    // Said below.
  }
  throw damagedRow(what);
}
