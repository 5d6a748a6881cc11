import type { Chunk } from '../../domain/article.js';

/** The same for a chunk in every archive, unlike its number. */
export const placeOf = ({ articleId, start, end }: Pick<Chunk, 'articleId' | 'start' | 'end'>): string =>
  `${articleId} ${start} ${end}`;
