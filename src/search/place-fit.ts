import type { Article } from '../domain/article.js';
import type { Place } from '../domain/query.js';
import { placesMeet } from '../text/places/containment.js';
import { shortenPlace } from '../text/places/shorten-name.js';

/** The share of the asked places that a chunk names, by the codes that were found in it or by the words themselves. */
export function placeFit(
  asked: readonly Place[],
  codes: readonly string[],
  article: Article,
  text: string,
): number {
  if (!asked.length) return 0;
  const { kicker, headline, subheadline, newspaper } = article;
  const words = [kicker, headline, subheadline, newspaper, text].join('\n');
  const met = asked.filter((place) => placesMeet(place, codes) || words.includes(shortenPlace(place.name)));
  return met.length / asked.length;
}
