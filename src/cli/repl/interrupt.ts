/** What Ctrl-C does: it stops the running question; with none running, the second one in a row leaves. */
export type Interrupt = {
  press(): void;
  /** The process is told to stop. */
  leaveNow(): void;
  /** Runs the work with a signal that a press aborts. */
  during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
};

export function createInterrupt({ leave, hint }: { leave: () => void; hint: () => void }): Interrupt {
  let running: AbortController | null = null;
  let pressedBefore = false;
  return {
    press() {
      if (running && !running.signal.aborted) running.abort();
      else if (pressedBefore) leave();
      else {
        pressedBefore = true;
        hint();
      }
    },
    leaveNow() {
      running?.abort();
      leave();
    },
    async during(work) {
      pressedBefore = false;
      running = new AbortController();
      try {
        return await work(running.signal);
      } finally {
        running = null;
      }
    },
  };
}
