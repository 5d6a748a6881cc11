import { randomUUID } from 'node:crypto';
import { StoreError } from '../../domain/errors.js';
import { takenOver } from '../../domain/wording/weaviate.js';
import { beginChange, goOn } from './changes.js';
import { takeBack } from './recovery.js';
import type { Change } from './state.js';
import type { WriteSession } from './write-session.js';

/** A change is heard of so often, in milliseconds, while its file is read. */
const HEARD_OF = 15_000;

/** The change that brings in a file. All but `undo` throw StoreError where another process has taken it over. */
export class FileChange {
  /** The epoch of all that comes. As long as it is not begun nobody knows a change of this name: all is seen at once. */
  readonly id = randomUUID();
  private state: 'new' | 'begun' | 'final' = 'new';
  private heardOf = 0;

  constructor(
    private readonly writing: WriteSession,
    private readonly path: string,
  ) {}

  /** Nothing else changes the file from now on. True where it was not begun before. */
  async begin(): Promise<boolean> {
    if (this.state !== 'new') {
      await this.goOn('pending');
      return false;
    }
    await beginChange(this.writing, { id: this.id, path: this.path, going: [] }, [this.path]);
    this.state = 'begun';
    this.heardOf = Date.now();
    return true;
  }

  /** To be called while nothing is written, lest the writer be taken for gone. */
  async tell(): Promise<void> {
    if (this.state === 'begun' && Date.now() - this.heardOf > HEARD_OF) await this.goOn('pending');
  }

  /** What came is to be seen, and what goes is not. A writer that stood still finds here what another has made of it. */
  async switchOver(came: readonly string[], going: readonly string[]): Promise<void> {
    const { collections, state } = this.writing;
    await this.goOn('switched', going);
    const versions = [...new Set(came)];
    const [found, isOwn] = await Promise.all([
      collections.articles.findById(versions, []),
      state.isOwn(this.id),
    ]);
    if (found.length < versions.length || !isOwn) throw new StoreError(takenOver(this.path));
  }

  /** Lets the file follow; from now on the change is brought to its end, by another process if need be. */
  async finish(saveFile: () => Promise<void>, going: readonly string[]): Promise<void> {
    this.state = 'final';
    await saveFile();
    await this.writing.leaving.add({ id: this.id, path: this.path, going });
    await this.writing.pulse();
  }

  /** Takes out what came, unless a file holds it. */
  async undo(hasCome: boolean): Promise<void> {
    const { id, path, writing } = this;
    if (this.state === 'final' || (this.state === 'new' && !hasCome)) return;
    const held = this.state === 'begun' ? await writing.state.loadChange(id) : null;
    // Another brings it to its end.
    if (held !== null && !(await writing.state.isOwn(id))) return writing.state.leaveChange(id);
    // What was there is to be seen again before it is looked at what may go.
    if (this.state === 'begun') await writing.state.saveChange({ id, path, state: 'pending', going: [] });
    await takeBack(writing, id);
    if (this.state === 'begun') await writing.state.forgetChange(id);
    await writing.pulse();
  }

  private async goOn(state: Change['state'], going: readonly string[] = []): Promise<void> {
    await goOn(this.writing, { id: this.id, path: this.path, state, going }, this.path);
    this.heardOf = Date.now();
  }
}
