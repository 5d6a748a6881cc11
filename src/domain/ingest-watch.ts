export type IngestProgress =
  | { stage: 'files'; done: number; total: number; articles: number; chunks: number }
  | { stage: 'vectors'; done: number; total: number }
  | { stage: 'index'; done: number; total: number };

/** What whoever starts an ingest wants to hear of it, and how to stop it. */
export type IngestWatch = {
  onProgress?: (progress: IngestProgress) => void;
  /** A page's explanation, text for a terminal. */
  onExplain?: (text: string) => void;
  /** Another program writes and is waited for; the sentence says which. */
  onWait?: (sentence: string) => void;
  signal?: AbortSignal;
};

/** How to wait for another program that writes. */
export type Waiting = Pick<IngestWatch, 'onWait' | 'signal'>;
