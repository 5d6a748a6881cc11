/**
 * How an input file lay on its disk when it was taken in. `state` stands for all that changes whenever the file does, null
 * where that cannot be told without reading it; `at` is when it was looked at, in milliseconds since 1970.
 */
export type FileLook = { device: string; state: string | null; at: number };
