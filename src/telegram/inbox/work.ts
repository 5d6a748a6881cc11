import type { UpdateState } from '../../store/bot/inbox-store.js';

/** An update in work, for what has to know how far its answer is. */
export type Work = {
  /** What is known of an update that an earlier run left; null for a new one. */
  left: { perhapsAnswered: boolean; takenAt: Date; restarts: number } | null;
  /** Work on what an earlier run left begins. */
  restart(): void;
  /** Right before something is sent: from now on nobody can say whether the person was answered. */
  sending(): void;
  /** The server took none of it. */
  refused(): void;
  /** The server took it, or may have. */
  delivered(): void;
};

/** `mark` writes the state, only where it changes; `restart` that work began again. */
export function createWork(
  left: Work['left'],
  { mark, restart }: { mark(state: UpdateState): void; restart(): void },
): Work {
  let underWay = 0;
  let perhapsAnswered = left?.perhapsAnswered ?? false;
  return {
    left,
    restart,
    sending() {
      underWay += 1;
      if (underWay === 1 && !perhapsAnswered) mark('sending');
    },
    refused() {
      underWay -= 1;
      if (underWay === 0 && !perhapsAnswered) mark('waiting');
    },
    delivered() {
      underWay -= 1;
      perhapsAnswered = true;
    },
  };
}
