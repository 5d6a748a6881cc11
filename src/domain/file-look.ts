/**
 * How an input file lay on its disk when it was taken in. `state` stands for all that changes whenever the file does, null
 * where that cannot be told without reading it; `at` is when it was looked at, in milliseconds since 1970. `device` is null
 * where the file itself was never seen here: its articles came out of an export.
 */
export type FileLook = { device: string | null; state: string | null; at: number };
