import type { MigrationProgress } from '../domain/copies.js';
import type { OnBytes } from '../domain/ports.js';
import { formatCopied } from '../domain/wording/backup.js';
import { formatQuestions } from '../domain/wording/cli-eval.js';
import { formatBytes, formatPace, formatSecondsLeft, formatStage } from '../domain/wording/cli-ingest.js';
import type { Surroundings } from './surroundings.js';
import { cutToWidth } from './text-width.js';

/** Shows how far a long work has come: one redrawn line on a terminal, sparse plain lines elsewhere. */
export type Progress = {
  onStage(progress: MigrationProgress): void;
  onBytes: OnBytes;
  onCopied: OnBytes;
  onQuestions(done: number, total: number): void;
  /** Leaves nothing on the line. */
  clear(): void;
};

const REDRAW_MS = 100;
const PLAIN_MS = 5_000;
const BAR_CELLS = 20;
/** Before that an estimate only jumps about. */
const ESTIMATE_AFTER_MS = 1_000;

type Stage = { name: string; startedAt: number; first: number; shownAt: number };

export function createProgress(stderr: Surroundings['stderr'], now: () => Date): Progress {
  const onTerminal = stderr.isTTY === true;
  let stage: Stage | null = null;
  let drawn = false;
  return {
    onStage: (progress) =>
      show(progress.stage, progress.done, progress.total, formatStage(progress), progress.stage !== 'index'),
    onBytes: (what, done, total) => show(what, done, total, formatBytes(what, done, total), false),
    onCopied: (what, done, total) => show(what, done, total, formatCopied(what, done, total), false),
    onQuestions: (done, total) => show('questions', done, total, formatQuestions(done, total), true),
    clear,
  };

  function show(name: string, done: number, total: number, text: string, withRate: boolean): void {
    const time = now().getTime();
    const current = enter(name, done, time);
    if (!isDue(current, time, done === total)) return;
    current.shownAt = time;
    const parts = [text, ...formatEstimate(current, time, done, total, withRate)];
    if (onTerminal) draw([formatBar(done, total), ...parts].join(' · '));
    else stderr.write(`${parts.join(' · ')}\n`);
  }

  function enter(name: string, done: number, time: number): Stage {
    // On a terminal a stage shows at once, elsewhere only when it takes long.
    const shownAt = onTerminal ? Number.NEGATIVE_INFINITY : time;
    if (stage?.name !== name) stage = { name, startedAt: time, first: done, shownAt };
    return stage;
  }

  function isDue({ shownAt }: Stage, time: number, complete: boolean): boolean {
    return onTerminal ? complete || time - shownAt >= REDRAW_MS : time - shownAt >= PLAIN_MS;
  }

  /** Some terminals say that they are 0 columns wide when they do not know. */
  function draw(line: string): void {
    stderr.write(`\r\x1b[2K${cutToWidth(line, (stderr.columns || 80) - 1)}`);
    drawn = true;
  }

  function clear(): void {
    if (drawn) stderr.write('\r\x1b[2K');
    drawn = false;
  }
}

/** The pace since the stage began: what was there before (a resumed work) does not count. */
function formatEstimate(
  stage: Stage,
  time: number,
  done: number,
  total: number,
  withRate: boolean,
): string[] {
  const elapsed = time - stage.startedAt;
  const perSecond = ((done - stage.first) * 1000) / elapsed;
  if (elapsed < ESTIMATE_AFTER_MS || perSecond <= 0 || total <= done) return [];
  const secondsLeft = (total - done) / perSecond;
  return [withRate ? formatPace(perSecond, secondsLeft) : formatSecondsLeft(secondsLeft)];
}

function formatBar(done: number, total: number): string {
  const full = total > 0 ? Math.floor((Math.min(done, total) / total) * BAR_CELLS) : 0;
  return `${'█'.repeat(full)}${'░'.repeat(BAR_CELLS - full)}`;
}
