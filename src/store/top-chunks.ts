export type ScoredChunk = { chunkId: number; score: number };

/**
 * The best `limit` chunks of a stream, in a heap whose root is the worst kept; of equal scores the lower id is better.
 * Ids and scores are arrays of their own, because an object for each chunk offered takes several times as long.
 */
export class TopChunks {
  private readonly ids: number[] = [];
  private readonly scores: number[] = [];

  constructor(private readonly limit: number) {}

  /** A score below this one cannot get in. */
  get threshold(): number {
    return this.scores.length < this.limit ? Number.NEGATIVE_INFINITY : (this.scores[0] ?? Infinity);
  }

  offer(chunkId: number, score: number): void {
    if (this.scores.length < this.limit) {
      this.siftUp(chunkId, score);
    } else if (this.limit > 0 && this.isWorseAt(0, chunkId, score)) {
      this.siftDown(chunkId, score);
    }
  }

  /** Best first. */
  toSorted(): ScoredChunk[] {
    const chunks = this.ids.map((chunkId, at) => ({ chunkId, score: this.scores[at] as number }));
    return chunks.sort((a, b) => b.score - a.score || a.chunkId - b.chunkId);
  }

  /** Puts a chunk at the end, and then where those above it are worse. */
  private siftUp(chunkId: number, score: number): void {
    let at = this.scores.length;
    for (; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (this.isWorseAt(parent, chunkId, score)) break;
      this.put(at, this.ids[parent] as number, this.scores[parent] as number);
      at = parent;
    }
    this.put(at, chunkId, score);
  }

  /** Puts a chunk in the place of the worst, and then where those below it are better. */
  private siftDown(chunkId: number, score: number): void {
    const { ids, scores } = this;
    let at = 0;
    for (let child = 1; child < scores.length; child = 2 * at + 1) {
      const right = child + 1;
      const worse =
        right < scores.length && this.isWorseAt(right, ids[child] as number, scores[child] as number)
          ? right
          : child;
      if (!this.isWorseAt(worse, chunkId, score)) break;
      this.put(at, ids[worse] as number, scores[worse] as number);
      at = worse;
    }
    this.put(at, chunkId, score);
  }

  private put(at: number, chunkId: number, score: number): void {
    this.ids[at] = chunkId;
    this.scores[at] = score;
  }

  /** Whether the chunk kept at `at` is worse than another. */
  private isWorseAt(at: number, chunkId: number, score: number): boolean {
    const kept = this.scores[at] as number;
    return kept < score || (kept === score && (this.ids[at] as number) > chunkId);
  }
}
