/** The settings, completed: config.ts reads them from the environment and hands out these parts. */
export type EmbeddingSettings = {
  kind: 'local' | 'openai' | 'none';
  /** A folder that holds the local model's two files. */
  modelDir: string | null;
  /** Where the model is downloaded from; without a slash at the end. */
  hubEndpoint: string;
  /** Where a downloaded model is kept. */
  cacheDir: string;
  openai: { apiKey: string; baseUrl: string | null; model: string };
};

export type ChatSettings = { apiKey: string; baseUrl: string | null; model: string };

export type TelegramSettings = {
  token: string;
  apiRoot: string;
  access: 'pairing' | 'allowlist' | 'open';
  allowedUsers: readonly number[];
  admins: readonly number[];
  /** What one person may ask where everybody may. */
  questionsPerHour: number;
  /** `off`: answers never have footnotes, whatever the server knows. */
  richMessages: 'auto' | 'off';
  webhook: { url: string; secret: string; port: number } | null;
};

/** How surely a write or read has reached the copies of an object before it counts. */
export type Consistency = 'ONE' | 'QUORUM' | 'ALL';

export type WeaviateSettings = {
  /** Of the nodes, without a slash at the end: the next one is asked where one does not answer. */
  urls: readonly string[];
  /** Of the same nodes in the same order. */
  grpcUrls: readonly string[];
  apiKey: string | null;
  /** What the names of the collections begin with. */
  prefix: string;
  /** Set where the collections are made; null: as the number of nodes suggests. */
  replicas: number | null;
  shards: number | null;
  consistency: Consistency;
};

export type StoreSettings = { kind: 'local' } | ({ kind: 'weaviate' } & WeaviateSettings);

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export type Settings = {
  dataDir: string;
  /** Where the archive lies; what the bot knows of its chats lies in the data folder anyway. */
  store: StoreSettings;
  embeddings: EmbeddingSettings;
  /** null: no key, answers are extractive. */
  chat: ChatSettings | null;
  /** null: no token. */
  telegram: TelegramSettings | null;
  logLevel: LogLevel;
};
