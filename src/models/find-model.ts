import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddingError } from '../domain/errors.js';
import { unreadableModelFile, wrongModelFile } from '../domain/wording/models.js';
import { sha256OfFile } from '../system/sha256-of-file.js';
import type { ModelDescription, ModelFile, ModelFiles } from './local-model.js';

/**
 * The model's two files in a folder, under any of their names; null where one is not there.
 * Throws EmbeddingError where a file has the name but not the content.
 */
export async function findModel(description: ModelDescription, folder: string): Promise<ModelFiles | null> {
  const model = await findFile(description.files.model, folder);
  const tokenizer = await findFile(description.files.tokenizer, folder);
  return model !== null && tokenizer !== null ? { model, tokenizer } : null;
}

async function findFile(file: ModelFile, folder: string): Promise<string | null> {
  let wrong: string | null = null;
  for (const name of file.names) {
    const path = join(folder, name);
    const right = await hasContent(path, file);
    if (right === true) return path;
    if (right === false) wrong ??= path;
  }
  if (wrong !== null) throw new EmbeddingError(wrongModelFile(wrong));
  return null;
}

/** null where there is no such file. */
async function hasContent(path: string, file: ModelFile): Promise<boolean | null> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return null;
    return facts.size === file.bytes && (await sha256OfFile(path)) === file.sha256;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new EmbeddingError(unreadableModelFile(path, code));
  }
}
