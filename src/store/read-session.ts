import type { Coverage, Log } from '../domain/ports.js';
import type { Filter } from '../domain/query.js';
import { type AllowedChunks, findAllowedChunks } from './filter.js';
import { loadCoverage } from './holdings.js';
import type { Database } from './open-database.js';
import { loadDataVersion } from './prepared.js';
import { translateErrors } from './store-errors.js';
import { VectorIndex } from './vectors/vector-index.js';
import { WordsIndex } from './words/words-index.js';

/** So many filters' allowed chunks are remembered until the archive changes. */
const FILTERS_KEPT = 16;

/** A reader's connection with what it keeps in memory, brought up to date at the beginning of each transaction. */
export class ReadSession {
  readonly words: WordsIndex;
  readonly vectors: VectorIndex;
  private readonly allowed = new Map<string, AllowedChunks | null>();
  private held: Coverage | null = null;
  private version: unknown;
  /** Made once: SQLite's wrapper costs as much as a look at a row. */
  private readonly run: (work: () => unknown) => unknown;

  constructor(
    readonly database: Database,
    private readonly dataDir: string,
    log: Log,
  ) {
    this.run = database.transaction((work: () => unknown) => {
      this.refresh();
      return work();
    });
    this.words = new WordsIndex(database);
    this.vectors = new VectorIndex(database, dataDir, log);
  }

  /** Runs `work` on one state of the archive, the newest. */
  read<T>(work: () => T): T {
    return translateErrors(this.dataDir, () => this.run(work) as T);
  }

  /** null where the filter lets everything through. Inside `read`. */
  findAllowed(filter: Filter): AllowedChunks | null {
    const key = JSON.stringify(Object.entries(filter).sort());
    const known = this.allowed.get(key);
    if (known !== undefined) return known;
    const allowed = findAllowedChunks(this.database, filter);
    if (this.allowed.size >= FILTERS_KEPT) this.allowed.clear();
    this.allowed.set(key, allowed);
    return allowed;
  }

  /** Counted once until the archive changes: each refusal says what the archive holds. Inside `read`. */
  loadCoverage(): Coverage {
    this.held ??= loadCoverage(this.database);
    return this.held;
  }

  private refresh(): void {
    const version = loadDataVersion(this.database);
    if (version === this.version) return;
    this.allowed.clear();
    this.held = null;
    this.words.refresh();
    this.vectors.refresh();
    this.version = version;
  }
}
