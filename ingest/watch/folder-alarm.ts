import { type FSWatcher, watch } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Events come in swarms. Milliseconds. */
const AFTER_RING = 200;

/**
 * Rings when something happens in one of the folders, as far as the system tells: not on network disks, and not for more
 * folders than it allows. So it only makes the next look come sooner.
 */
export class FolderAlarm {
  private readonly watchers = new Map<string, FSWatcher>();
  private onRing: (() => void) | null = null;
  private hasRung = false;

  /** From now on these folders, no others. */
  watch(folders: readonly string[]): void {
    const wanted = new Set(folders);
    for (const folder of this.watchers.keys()) if (!wanted.has(folder)) this.drop(folder);
    for (const folder of wanted) if (!this.watchers.has(folder)) this.add(folder);
  }

  /** Until something has happened since the last wait, or so many milliseconds, or the signal aborts. */
  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    const stop = new AbortController();
    const end = () => stop.abort();
    signal.addEventListener('abort', end);
    this.onRing = end;
    if (this.hasRung || signal.aborted) end();
    await this.rest(milliseconds, stop.signal);
    signal.removeEventListener('abort', end);
    if (this.hasRung) await this.rest(AFTER_RING, signal);
    this.onRing = null;
    this.hasRung = false;
  }

  /** Whatever happens, unless the signal aborts. */
  async rest(milliseconds: number, signal: AbortSignal): Promise<void> {
    await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
  }

  close(): void {
    this.watch([]);
  }

  private add(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false });
      watcher.on('change', (event, name) => {
        // So the end of the folder itself is told; one that is made again under its name is another one.
        if (event === 'rename' && name === basename(folder)) this.drop(folder);
        this.ring();
      });
      watcher.on('error', () => {
        this.drop(folder);
        this.ring();
      });
      this.watchers.set(folder, watcher);
    } catch {
      // Too many folders for the system, or one that has just gone: looks at intervals find what happens there.
    }
  }

  private ring(): void {
    this.hasRung = true;
    this.onRing?.();
  }

  private drop(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }
}
