import { BaowenError, InputError } from '../../src/domain/errors.js';
import type { WatchFolders } from '../../src/domain/watch-folders.js';
import { triedAgainLater } from '../../src/domain/wording/ingest-again.js';
import { type Found, findFiles } from '../files/find-files.js';
import { FolderAlarm } from './folder-alarm.js';
import { type Due, RestingFiles } from './resting-files.js';

/** All in milliseconds; see PACE. */
export type Pace = { quiet: number; poll: number; afterFailure: number };

/** A file is complete when it rests for two seconds; where the system does not tell of changes a look each five finds them. */
const PACE: Pace = { quiet: 2000, poll: 5000, afterFailure: 30_000 };
/** Looking through a large archive takes a second or two: the pause is so many times as long. */
const PAUSE_PER_LOOK = 5;

/**
 * Takes in, batch by batch, what is in the paths and what appears or changes there, until the signal aborts. Each batch is
 * one call of `takeIn`; nothing is held open between them.
 * @throws InputError when none of the paths is there to begin with.
 */
export const watchFolders =
  (pace: Pace = PACE): WatchFolders =>
  async (paths, takeIn, { signal, onNotice }) => {
    const resting = new RestingFiles(pace.quiet);
    const alarm = new FolderAlarm();
    const tellProblems = createProblemTeller(onNotice);
    try {
      for (let found = await findFirst(paths); !signal.aborted; found = await findFiles(paths)) {
        const began = performance.now();
        alarm.watch(found.folders);
        tellProblems(found);
        const due = await resting.look(found, began);
        const leastPause = (performance.now() - began) * PAUSE_PER_LOOK;
        if (isWorthwhile(due) && !(await tryTakingIn(due))) await alarm.rest(pace.afterFailure, signal);
        else {
          await alarm.rest(leastPause, signal);
          await alarm.wait(due.isMoving ? pace.quiet : pace.poll, signal);
        }
      }
    } finally {
      alarm.close();
    }

    async function tryTakingIn(due: Due): Promise<boolean> {
      try {
        const vanished = due.hasVanished && !due.isMoving;
        await takeIn({ files: new Set(due.files.keys()), vanished });
        resting.remember(due);
        return true;
      } catch (error) {
        if (signal.aborted) return true;
        if (!(error instanceof BaowenError)) throw error;
        onNotice(triedAgainLater(error.message, pace.afterFailure / 1000));
        return false;
      }
    }
  };

const isWorthwhile = ({ files, hasVanished, isMoving }: Due): boolean =>
  files.size > 0 || (hasVanished && !isMoving);

/** A folder that goes later may come again; one that never was is a slip of the pen. */
async function findFirst(paths: readonly string[]): Promise<Found> {
  const found = await findFiles(paths);
  const problems = found.files.flatMap(({ problem }) => problem ?? []);
  if (found.folders.length === 0 && problems.length === found.files.length)
    throw new InputError(problems.join('\n'));
  return found;
}

/** Tells of each path that cannot be looked into once, until it can be. */
function createProblemTeller(onNotice: (sentence: string) => void): (found: Found) => void {
  let told = new Set<string>();
  return ({ files }) => {
    const problems = new Set(files.flatMap(({ problem }) => problem ?? []));
    for (const problem of problems) if (!told.has(problem)) onNotice(problem);
    told = problems;
  };
}
