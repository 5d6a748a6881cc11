import type { Answer, SearchAnswer, Sentence } from './answer.js';
import type { Article, Chunk } from './article.js';
import type { FileLook } from './file-look.js';
import type { IngestWatch } from './ingest-watch.js';
import type { Filter, QueryTerm, Question } from './query.js';
import type { RemovalPlan, RemovalTarget } from './removal.js';
import type { BatchedTerms } from './term-batch.js';
import type { IngestPart } from './watch-folders.js';

/** What to look for in the archive. Without terms or vector that half of the search is left out. */
export type CandidateRequest = {
  terms: readonly QueryTerm[];
  /** Unit norm, the archive's dimension; null searches by words alone. */
  vector: Float32Array | null;
  filter: Filter;
  /** How many each half of the search brings; the union is returned. */
  limit: number;
};

/** A chunk found by words, by vector or by both; both scores are computed in full whichever half found it. */
export type Candidate = {
  chunkId: number;
  /** Weighted BM25, 0 where no term stands in the chunk. */
  words: number;
  /** Cosine similarity, −1 to 1; null where the chunk has no vector or no vector was asked for. */
  cosine: number | null;
};

/** A chunk with its article and the codes of the divisions that the whole article names. */
export type ChunkInArticle = { chunk: Chunk; article: Article; places: readonly string[] };

/** What the archive holds. */
export type Coverage = {
  newspapers: {
    newspaper: string | null;
    from: string | null;
    to: string | null;
    issues: number;
    articles: number;
    /** Articles of whose issue the date is not known. */
    undated: number;
  }[];
  articles: number;
  chunks: number;
  /** Chunks that have a vector. */
  vectors: number;
};

/** One newspaper on one date, or what is known of it. */
export type IssueSummary = {
  newspaper: string | null;
  issueDate: string | null;
  pages: string[];
  articles: number;
};

/**
 * A place in the order in which articles came into an archive; later ones have a larger `arrival`. Numbers of different
 * archives (the data folder was emptied and filled anew) do not compare.
 */
export type ArrivalMark = { archiveId: string; arrival: number };

/** The archive as the layers above see it. Every method sees what has been committed when it is called. */
export type Archive = {
  /** Begins to load what the first search by vector would have to wait for. */
  warmUp(): void;
  findCandidates(request: CandidateRequest): Promise<Candidate[]>;
  /**
   * In how many chunks each term stands, and how many chunks there are. What many chunks hold may be estimated, mostly
   * to a fifth; that a term stands nowhere never is.
   */
  termFrequencies(terms: readonly string[]): Promise<{ counts: number[]; chunks: number }>;
  /** In the order of the ids; ids that are not there are left out. */
  loadChunksInArticles(chunkIds: readonly number[]): Promise<ChunkInArticle[]>;
  /** All chunks of the articles, in the order of the ids, those of each in order. */
  loadChunksOfArticles(articleIds: readonly string[]): Promise<Chunk[]>;
  /** In the order of the ids; ids that are not there are left out. */
  loadArticles(articleIds: readonly string[]): Promise<Article[]>;
  /** Codes of the divisions that each article names, in the order of the ids; none for ids that are not there. */
  loadPlaces(articleIds: readonly string[]): Promise<string[][]>;
  /** Newspaper, issue date, page and place on the page give the order. */
  listArticles(filter: Filter): AsyncIterable<Article>;
  /** Of one input file, in the order in which it prints them; none for a path that was never taken in. */
  listArticlesOfFile(path: string): AsyncIterable<Article>;
  /** Newest first; issues without a date last. */
  listIssues(filter: Filter): Promise<IssueSummary[]>;
  coverage(): Promise<Coverage>;
  /** The names of the newspapers that the archive holds, each once. */
  listNewspapers(): Promise<string[]>;
  /** The last article that came in, whether it is still there or not; 0 before the first. */
  lastArrival(): Promise<ArrivalMark>;
  /**
   * The articles that came in after this arrival and are still there, in the order in which they came. An article that is
   * ingested again does not come in again.
   */
  listArrivals(after: number, limit: number): Promise<{ arrival: number; articleId: string }[]>;
  /** The model that made the archive's vectors; null before the first vector. */
  embeddingModel(): Promise<EmbeddingModel | null>;
  /** Of unit norm, in the order of the ids; null where a chunk has none or is not there. */
  loadVectors(chunkIds: readonly number[]): Promise<(Float32Array | null)[]>;
  planRemoval(target: RemovalTarget): Promise<RemovalPlan>;
  close(): Promise<void>;
};

export type EmbeddingModel = { id: string; dimension: number };

/** What is made of a stretch of an article, with the terms that it is found by, repeated as often as they stand there. */
export type PreparedChunk = Pick<Chunk, 'start' | 'end' | 'times' | 'places'> & {
  terms: readonly string[] | BatchedTerms;
};

/** An article ready to be stored, its chunks in order. */
export type PreparedArticle = { article: Article; chunks: PreparedChunk[] };

/** An input file in the archive; `fingerprint` stands for its content and all that decides what is made of it. */
export type StoredFile = { path: string; fingerprint: string; articles: number; look: FileLook | null };

/** A chunk as the embedding model should read it. */
export type UnembeddedChunk = { chunkId: number; headline: string | null; text: string };

/** The only way to change the archive; while one is open no other process can open one. */
export type ArchiveWriter = {
  /** null where the path was never ingested to its end. */
  loadFile(path: string): Promise<StoredFile | null>;
  listFilesByFingerprint(fingerprint: string): Promise<StoredFile[]>;
  listFiles(): Promise<StoredFile[]>;
  /**
   * Puts a file's articles in. A path that was there before is replaced in one transaction: articles with the
   * same id stay (with their vectors), new ones come in, missing ones go. A new file may be committed in several
   * steps; after a crash it counts as never ingested and writing it again completes it. Small files may share
   * one transaction: `flush` ends it. When `articles` throws, the file is left as it was before. With `adds` nothing goes:
   * the articles come behind those that the file has, and a file that is whole keeps its fingerprint.
   */
  writeFile(
    file: { path: string; fingerprint: string; look?: FileLook; adds?: boolean },
    articles: AsyncIterable<PreparedArticle> | Iterable<PreparedArticle>,
  ): Promise<{ added: number; unchanged: number; removed: number; chunks: number }>;
  /** A new path, a new look, or both. */
  renameFile(from: string, to: string, look?: FileLook): Promise<void>;
  /** Commits what `writeFile` has not committed yet. */
  flush(): Promise<void>;
  /** Each returns how many articles went. */
  removeFile(path: string): Promise<number>;
  /** All in one transaction. */
  removeFiles(paths: readonly string[]): Promise<number>;
  removeIssue(issue: { newspaper?: string; date?: string }): Promise<number>;
  removeArticle(articleId: string): Promise<number>;
  countUnembedded(): Promise<number>;
  /** In order of id, from the first id above `after`. */
  listUnembedded(after: number, limit: number): Promise<UnembeddedChunk[]>;
  /** One transaction. Throws EmbeddingMismatchError when the archive's vectors are of another model. */
  addVectors(
    model: EmbeddingModel,
    rows: readonly { chunkId: number; vector: Float32Array }[],
  ): Promise<void>;
  /** Forgets all vectors, so that another model can make them anew. */
  dropVectors(): Promise<void>;
  /** Brings the vector index file up to date where that is due. */
  saveVectorIndex(onProgress?: (done: number, total: number) => void): Promise<void>;
  /** Commits, and lets the next writer in. */
  close(): Promise<void>;
};

/** Text → unit vectors. */
export type Embedder = EmbeddingModel & {
  embedQuery(text: string): Promise<Float32Array>;
  /** In the order of the texts. */
  embedPassages(texts: readonly string[]): Promise<Float32Array[]>;
  close(): Promise<void>;
};

/** A language model: instructions and input in, pieces of text out. */
export type ChatModel = {
  readonly name: string;
  /** Ends with an error when the signal aborts, also in the middle of a stream. */
  stream(input: { system: string; user: string }, signal: AbortSignal): AsyncIterable<string>;
};

/** What the channels (terminal, Telegram) ask for. */
export type AskService = {
  /** `onSentence` is called for each checked sentence as soon as it may be shown. */
  ask(question: Question, onSentence?: (sentence: Sentence) => void, signal?: AbortSignal): Promise<Answer>;
  search(question: Question, limit: number): Promise<SearchAnswer>;
  /** Whether `ask` would find an answer, as far as it can be told without a language model. */
  isAnswerable(question: Question): Promise<boolean>;
};

/** One line of `doctor`: what runs, what does not and how to mend it. `off` is a choice, not a fault. */
export type Check = { name: string; state: 'ok' | 'off' | 'broken'; message: string; mend: string | null };

export type IngestOptions = {
  paths: readonly string[];
  newspaper?: string;
  date?: string;
  page?: string;
  /** The encoding of the files, by any of its usual names. */
  encoding?: string;
  /** Names of fields in records, NAME=FIELD each: headline=文章标题. */
  fields?: readonly string[];
  dryRun?: boolean;
  /** Forget all vectors first and make them anew, with the embedding model that is set now. */
  reembed?: boolean;
  /** Tell through `onExplain` how each page was taken apart. */
  explain?: boolean;
  /** Take out what the archive holds of files that have gone from the folders given. */
  prune?: boolean;
  /** Where another program writes, wait for its end instead of failing at once. */
  wait?: boolean;
  /** A part of the work; all of it where this is left out. */
  part?: IngestPart;
};

export type IngestedFile = {
  path: string;
  /** A vanished file stood in a folder given and does not any more; pruned: its articles were taken out. */
  status: 'new' | 'changed' | 'unchanged' | 'renamed' | 'failed' | 'vanished' | 'pruned';
  articles: number;
  /** A sentence: why it failed, or what was passed over. */
  reasons: string[];
};

export type IngestReport = {
  files: IngestedFile[];
  articles: { added: number; unchanged: number; removed: number };
  chunks: number;
  vectors: { added: number; missing: number };
  /** Sentences that the person should read (keyword search only, for example). */
  notices: string[];
  seconds: number;
};

/** The offline half of the program, handed to the channels from outside: src/ never imports ingest/. */
export type Ingester = (options: IngestOptions, watch: IngestWatch) => Promise<IngestReport>;

/** Progress of something that is fetched, in bytes; total 0 where the sender did not say. */
export type OnBytes = (what: string, done: number, total: number) => void;

export type Log = {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};
