import type { Article } from '../../domain/article.js';
import { BEGINNING, HEADLINE } from '../arrivals.js';

type Marks = Pick<Article, 'headline' | 'body'>;

/** Tells articles that have the headline or the beginning of one of these: see `forgetRecutArrivals`. */
export function beginsAlike(going: readonly Marks[]): (article: Marks) => boolean {
  const gone = new Set(going.flatMap(marksOf));
  return (article) => marksOf(article).some((mark) => gone.has(mark));
}

const marksOf = ({ headline, body }: Marks): string[] => [
  ...(headline !== null && headline.length >= HEADLINE ? [`headline ${headline}`] : []),
  // Counted in characters, as SQLite does.
  Array.from(body.slice(0, 2 * BEGINNING))
    .slice(0, BEGINNING)
    .join(''),
];
