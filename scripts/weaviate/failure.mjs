// @ts-check
/** An expected failure: its message is the sentence that is shown, its exit code that of the command. */
export class WeaviateFailure extends Error {
  /** @param {string} sentence @param {number} [exitCode] */
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.name = 'WeaviateFailure';
    this.exitCode = exitCode;
  }
}
