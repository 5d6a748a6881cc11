/** Where the lines of the conversation come from: a person at a terminal, or a file. */
export type LineSource = {
  /** null at the end. */
  next(): Promise<string | null>;
  /** Ends the waiting for a line. */
  close(): void;
};
