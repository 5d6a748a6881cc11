import { join } from 'node:path';
import { findModel } from '../../src/models/find-model.js';
import { localModel, type ModelFiles } from '../../src/models/local-model.js';
import { findProjectRoot } from '../../src/system/project-root.js';

/**
 * The embedding model where an earlier ingest (or EMBEDDING_MODEL_DIR) has put it; null on a machine that has
 * not fetched it: tests fetch nothing.
 */
export async function findRealModel(): Promise<ModelFiles | null> {
  const folders = [process.env.EMBEDDING_MODEL_DIR, join(findProjectRoot(), 'data', 'models')];
  for (const folder of folders) {
    const files = folder ? await findModel(localModel, folder) : null;
    if (files) return files;
  }
  return null;
}
