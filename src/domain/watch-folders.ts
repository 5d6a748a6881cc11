/** Of the files found only these are taken in; `vanished` says whether those that have gone are told of. */
export type IngestPart = { files: ReadonlySet<string>; vanished: boolean };

/** Hands over, part by part, what is in the paths and what appears or changes there, until the signal aborts. */
export type WatchFolders = (
  paths: readonly string[],
  takeIn: (part: IngestPart) => Promise<void>,
  watch: { signal: AbortSignal; onNotice: (sentence: string) => void },
) => Promise<void>;
