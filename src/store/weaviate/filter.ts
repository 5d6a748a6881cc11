import type { Filter } from '../../domain/query.js';
import { lookUpPlace } from '../../text/places/look-up-place.js';
import { cutPairs } from '../../text/words.js';
import { pageForms } from '../page-forms.js';
import { allOf, and, anyOf, atLeast, atMost, type Condition, equal, like, not, or } from './filter-value.js';
import { ARTICLE, toDayNumber, toStoredArticle, withoutBlanks } from './objects.js';
import type { Collections } from './schema.js';
import { toToken } from './term-text.js';

/** Names the articles that it lets through by their versions, which are the ids of articles and a property of chunks. */
type OnBoth = (of: 'article' | 'chunk') => Condition;

/** A condition on articles and chunks alike, which is null where it lets everything through; null for nothing. */
export type Walls = ((of: 'article' | 'chunk') => Condition | null) | null;

const EARLIEST = 1;

/**
 * An article without a date is outside any range of dates. What is blank matches nothing, although every text holds it.
 */
export async function toWalls(collections: Collections, filter: Filter): Promise<Walls> {
  const given = Object.entries(filter) as [keyof Filter, string][];
  if (given.some(([, value]) => value.trim() === '')) return null;
  const conditions: OnBoth[] = [];
  for (const [part, value] of given) {
    const condition = part === 'place' ? await placeCondition(collections, value) : CONDITIONS[part](value);
    if (condition === null) return null;
    conditions.push(typeof condition === 'function' ? condition : () => condition);
  }
  return (of) => and(...conditions.map((one) => one(of)));
}

/** null lets nothing through. */
const CONDITIONS: { [Part in Exclude<keyof Filter, 'place'>]-?: (given: string) => Condition | null } = {
  newspaper: (given) => equal('newspaper', given),
  from: (given) => atLeast('day', toDayNumber(given)),
  to: (given) => and(atLeast('day', EARLIEST), atMost('day', toDayNumber(given))),
  page: (given) => anyOf('page', pageForms(given)),
  column: (given) => containing('column', given),
  contributor: contributorCondition,
};

/** Signs that stand for others in a pattern cannot be escaped there. */
const WILDCARD = /[*?]/;

const containing = (property: string, part: string) =>
  WILDCARD.test(part) ? null : like(property, `*${part}*`);

/** The name is a contributor's, or stands in the byline, there not as a part of a contributor's longer name. */
function contributorCondition(given: string): Condition | null {
  const name = withoutBlanks(given);
  const inByline = containing('signed', name);
  if (inByline === null) return null;
  const elsewhere = not(like('signers', `*${name}*`));
  return or(anyOf('signers', [name]), and(inByline, elsewhere) as Condition);
}

/** More articles that only their text lets through are not looked for. */
const MOST_BY_TEXT = 2000;

/**
 * Lets an article through that names a division inside the place, or whose text holds its name: of names that no gazetteer
 * knows. The text is found by its pairs of characters and then looked at.
 */
async function placeCondition({ articles, chunks }: Collections, given: string): Promise<OnBoth | null> {
  const { name, codes } = lookUpPlace(given);
  const inside = codes.length === 0 ? null : anyOf('within', codes);
  const words = [...new Set([given, name])].filter((word) => cutPairs(word).length > 0);
  const versions = new Set<string>();
  for (const word of words) {
    const pairs = [...new Set(cutPairs(word).map(toToken))];
    const filter = and(allOf('terms', pairs), ...(inside === null ? [] : [not(inside)]));
    const found = await chunks.find({ filter, limit: MOST_BY_TEXT, properties: ['version'] });
    const unknown = [...new Set(found.map(({ properties }) => String(properties.version)))];
    for (const stored of await articles.findById(unknown, ARTICLE)) {
      const { version, article } = toStoredArticle(stored);
      const { headline, kicker, subheadline, body } = article;
      if ([headline, kicker, subheadline, body].some((text) => text?.includes(word))) versions.add(version);
    }
  }
  if (versions.size === 0) return inside === null ? null : () => inside;
  const byText = [...versions];
  return (of) => {
    const named = anyOf(of === 'article' ? '_id' : 'version', byText);
    return inside === null ? named : or(inside, named);
  };
}
