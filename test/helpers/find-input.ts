import { type FoundFile, findFiles } from '../../ingest/files/find-files.js';

/** What an ingest would find under the paths: the files to take in and what cannot be. */
export async function findInput(...paths: string[]): Promise<{ good: FoundFile[]; bad: FoundFile[] }> {
  const { files } = await findFiles(paths);
  return { good: files.filter(({ problem }) => !problem), bad: files.filter(({ problem }) => problem) };
}
