import type { Hit } from '../domain/answer.js';
import type { Query } from '../domain/query.js';
import { shortenPlace } from '../text/find-places.js';
import { timeFit } from './time-fit.js';

/** Preferences, not walls: what they are worth beside a score of at most 1. */
const PLACE_BONUS = 0.2;
const TIME_BONUS = 0.08;

/** Raises hits that speak of the places and times that the question names. */
export function preferFitting(query: Query, hits: readonly Hit[]): Hit[] {
  return hits.map((hit) => ({ ...hit, score: hit.score + placeBonus(query, hit) + timeBonus(query, hit) }));
}

function placeBonus(query: Query, hit: Hit): number {
  if (!query.places.length) return 0;
  const { kicker, headline, subheadline, newspaper } = hit.article;
  const text = [kicker, headline, subheadline, newspaper, hit.text].join('\n');
  const named = query.places.filter((place) => text.includes(shortenPlace(place)));
  return (PLACE_BONUS * named.length) / query.places.length;
}

function timeBonus(query: Query, hit: Hit): number {
  if (!query.times.length) return 0;
  const fitting = query.times.filter((time) => timeFit(time, hit.article, hit.text) === 'fits');
  return (TIME_BONUS * fitting.length) / query.times.length;
}
