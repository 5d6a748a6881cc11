export type ScoredChunk = { chunkId: number; score: number };

/** The best `limit` chunks of a stream, in a heap whose root is the worst kept; of equal scores the lower id is better. */
export class TopChunks {
  private readonly heap: ScoredChunk[] = [];

  constructor(private readonly limit: number) {}

  /** A score below this one cannot get in. */
  get threshold(): number {
    return this.heap.length < this.limit ? Number.NEGATIVE_INFINITY : (this.heap[0]?.score ?? Infinity);
  }

  offer(chunkId: number, score: number): void {
    const entry = { chunkId, score };
    if (this.heap.length < this.limit) {
      this.heap.push(entry);
      this.siftUp(this.heap.length - 1);
    } else if (this.heap[0] !== undefined && isWorse(this.heap[0], entry)) {
      this.heap[0] = entry;
      this.siftDown();
    }
  }

  /** Best first. */
  toSorted(): ScoredChunk[] {
    return [...this.heap].sort((a, b) => (isWorse(a, b) ? 1 : -1));
  }

  private siftUp(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.swapIfWorse(at, parent)) return;
      at = parent;
    }
  }

  private siftDown(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const worse = this.isWorseAt(left + 1, left) ? left + 1 : left;
      if (!this.swapIfWorse(worse, at)) return;
      at = worse;
    }
  }

  private isWorseAt(a: number, b: number): boolean {
    const first = this.heap[a];
    const second = this.heap[b];
    return first !== undefined && second !== undefined && isWorse(first, second);
  }

  private swapIfWorse(child: number, parent: number): boolean {
    if (!this.isWorseAt(child, parent)) return false;
    const lower = this.heap[child] as ScoredChunk;
    this.heap[child] = this.heap[parent] as ScoredChunk;
    this.heap[parent] = lower;
    return true;
  }
}

function isWorse(a: ScoredChunk, b: ScoredChunk): boolean {
  return a.score < b.score || (a.score === b.score && a.chunkId > b.chunkId);
}
