/** Long works, one after the other, beside the queues of the chats. */
export type WorkQueue = {
  /** The work must not throw. */
  add(work: () => Promise<void>): void;
  /** Works that wait or run. */
  size(): number;
};

export function createWorkQueue(): WorkQueue {
  let last = Promise.resolve();
  let size = 0;
  return {
    add(work) {
      size++;
      last = last.then(work).finally(() => {
        size--;
      });
    },
    size: () => size,
  };
}
