import * as wording from '../domain/wording/answers.js';
import { findOrderAsked } from '../query/split-compared.js';
import type { Claim } from './claim.js';
import type { Gathered } from './evidence/gather-evidence.js';
import { type Extract, extract } from './extract.js';
import { orderHappenings } from './order-happenings.js';

/** Of a question that asks several things, each is answered this briefly. */
const CLAIMS_PER_FACET = 2;

/** What each facet says of the question, one after the other; those of which nothing is held are named. */
export function extractFacets(
  question: string,
  gathered: readonly Pick<Gathered, 'query' | 'evidence'>[],
): Extract {
  const [only] = gathered;
  if (only && gathered.length === 1) return extract(only.query, only.evidence);
  const missing = gathered
    .filter(({ evidence }) => !evidence.length)
    .map(({ query }) => wording.facetMissing(query.text));
  const asked = findOrderAsked(question);
  const ordered = asked && orderHappenings(gathered, asked);
  if (ordered) return { claims: ordered.claims, notes: [...ordered.notes, ...missing] };
  const extracts = gathered.map(({ query, evidence }) => extract(query, evidence));
  return {
    claims: keepFirst(extracts.flatMap(({ claims }) => claims.slice(0, CLAIMS_PER_FACET))),
    notes: [...extracts.flatMap(({ notes }) => notes), ...missing],
  };
}

/** One sentence may answer several of the things that are asked. */
const keepFirst = (claims: readonly Claim[]): Claim[] =>
  claims.filter(({ text }, at) => claims.findIndex((other) => other.text === text) === at);
