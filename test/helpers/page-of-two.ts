import { EmbeddingError } from '../../src/domain/errors.js';
import type { Embedder } from '../../src/domain/ports.js';
import { openArchive } from '../../src/store/archive.js';
import { collect } from './collect.js';
import { silentLog } from './silent-log.js';

/** A page of two articles. */
export const PAGE = `城南小学启用新校舍

本报讯(记者 甲一) 2月9日，城南小学启用新校舍，可容纳1200名学生。

县里修通三条公路

本报讯(记者 乙二) 2月9日，县里新修的三条公路全部通车。`;
/** Its file's name, which tells newspaper, date and page. */
export const NAME = '澄州日报_2023-02-10_03版.txt';

/** All articles of a data folder. */
export async function listArticles(dataDir: string) {
  const archive = await openArchive({ dataDir, log: silentLog });
  try {
    return await collect(archive.listArticles({}));
  } finally {
    await archive.close();
  }
}

/** Makes vectors that differ from text to text; fails when it is called more often than allowed. */
export function createFakeEmbedder(allowed: number): Embedder {
  let calls = 0;
  const embed = (text: string) => {
    if (++calls > allowed) throw new EmbeddingError('embedded more than expected。');
    const vector = Float32Array.from({ length: 4 }, (_, index) => Math.sin(text.length * (index + 1)) + 2);
    const norm = Math.hypot(...vector);
    return vector.map((value) => value / norm);
  };
  return {
    id: 'fake',
    dimension: 4,
    embedQuery: async (text) => embed(text),
    embedPassages: async (texts) => texts.map(embed),
    async close() {},
  };
}
