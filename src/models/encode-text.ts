import { readFile } from 'node:fs/promises';
import type { Tokenizer } from '@huggingface/tokenizers';
import { EmbeddingError } from '../domain/errors.js';
import { modelNotLoaded } from '../domain/wording/models.js';
import { localModel } from './local-model.js';

/** Text → token ids, [CLS] first and [SEP] last, at most 512 of them. */
export type EncodeText = (text: string) => number[];

/** No token of this vocabulary is longer, on average, than this many characters: what lies beyond is cut off anyway. */
const MAX_CHARACTERS = 16 * localModel.maxTokens;

/**
 * The encoder in a tokenizer.json. Loads the tokenizer on first need: a search by words alone does without.
 * Throws EmbeddingError where the file cannot be read as one.
 */
export async function loadTextEncoder(path: string): Promise<EncodeText> {
  const tokenizer = await loadTokenizer(path);
  return (text) => {
    // The vocabulary knows no capital letter: "GDP" as it stands would be an unknown word, "gdp" is a known one.
    const { ids } = tokenizer.encode(text.slice(0, MAX_CHARACTERS).toLowerCase());
    if (ids.length <= localModel.maxTokens) return ids;
    return [...ids.slice(0, localModel.maxTokens - 1), ...ids.slice(-1)];
  };
}

async function loadTokenizer(path: string): Promise<Tokenizer> {
  try {
    const { Tokenizer } = await import('@huggingface/tokenizers');
    return new Tokenizer(JSON.parse(await readFile(path, 'utf8')), {});
  } catch (error) {
    throw new EmbeddingError(modelNotLoaded(path, error instanceof Error ? error.message : String(error)), {
      cause: error,
    });
  }
}
