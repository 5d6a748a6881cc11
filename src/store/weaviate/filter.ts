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
    const condition = await CONDITIONS[part](collections, value);
    if (condition === null) return null;
    conditions.push(typeof condition === 'function' ? condition : () => condition);
  }
  return (of) => and(...conditions.map((one) => one(of)));
}

type Made = Condition | OnBoth | null;

/** null lets nothing through. */
const CONDITIONS: {
  [Part in keyof Filter]-?: (collections: Collections, given: string) => Made | Promise<Made>;
} = {
  newspaper: (_, given) => equal('newspaper', given),
  from: (_, given) => atLeast('day', toDayNumber(given)),
  to: (_, given) => and(atLeast('day', EARLIEST), atMost('day', toDayNumber(given))),
  page: (_, given) => anyOf('page', pageForms(given)),
  column: (collections, given) => containing(collections, 'column', given),
  contributor: contributorCondition,
  place: placeCondition,
};

/** Signs that stand for others in a pattern cannot be escaped there: what has them is looked for among all values. */
const WILDCARD = /[*?]/;

async function containing(
  { articles }: Collections,
  property: string,
  part: string,
): Promise<Condition | null> {
  if (!WILDCARD.test(part)) return like(property, `*${part}*`);
  const values = [...(await articles.countBy(property)).keys()].filter((value) => value.includes(part));
  return values.length === 0 ? null : anyOf(property, values);
}

/** The name is a contributor's, or stands in the byline, there not as a part of a contributor's longer name. */
async function contributorCondition(collections: Collections, given: string): Promise<Condition> {
  const name = withoutBlanks(given);
  const isContributor = anyOf('signers', [name]);
  const inByline = await containing(collections, 'signed', name);
  if (inByline === null) return isContributor;
  const inNames = await containing(collections, 'signers', name);
  return or(isContributor, and(inByline, inNames && not(inNames)) as Condition);
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
