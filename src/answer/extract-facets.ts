import type { Query } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import { findOrderAsked } from '../query/split-compared.js';
import type { Claim } from './claim.js';
import type { Gathered } from './evidence/gather-evidence.js';
import { type Extract, extract } from './extract.js';
import { joinClaims } from './join-claims.js';
import { orderHappenings } from './order-happenings.js';

/** Of a question that asks several things, each is answered this briefly. */
const CLAIMS_PER_FACET = 3;

type Facet = Pick<Gathered, 'query' | 'evidence'>;

/** What each facet says of the question, one after the other; those of which nothing is held are named. */
export function extractFacets(question: string, facets: readonly Facet[]): Extract {
  const [only] = facets;
  if (only && facets.length === 1) return extract(only.query, only.evidence);
  const missing = facets
    .filter(({ evidence }) => !evidence.length)
    .map(({ query }) => wording.facetMissing(query.text));
  const asked = findOrderAsked(question);
  const ordered = asked && orderHappenings(facets, asked);
  if (ordered) return { claims: ordered.claims, notes: [...ordered.notes, ...missing] };
  const extracts = facets.map(({ query, evidence }) => extract(query, evidence, true));
  const claims = keepFirst(extracts.flatMap((one, at) => keepBrief(facets[at]?.query, one.claims)));
  const asksTime = facets.some(({ query }) => query.kind === 'when');
  return {
    // Items of a list stand in one sentence, too, and stay one a line.
    claims: facets.some(({ query }) => query.kind === 'list') ? claims : joinClaims(claims, asksTime),
    notes: [...new Set([...extracts.flatMap(({ notes }) => notes), ...missing])],
  };
}

/** A list is not cut. */
const keepBrief = (query: Query | undefined, claims: readonly Claim[]): readonly Claim[] =>
  query?.kind === 'list' ? claims : claims.slice(0, CLAIMS_PER_FACET);

/** The same sentence in another article says nothing new. */
const keepFirst = (claims: readonly Claim[]): Claim[] =>
  claims.filter(({ text }, at) => claims.findIndex((other) => other.text === text) === at);
