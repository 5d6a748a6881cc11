import type { Query } from '../../domain/query.js';
import * as wording from '../../domain/wording/kinds.js';
import { parseCompareQuestion, type Side } from '../../query/compare-question.js';
import type { Claim } from '../claim.js';
import type { Evidence } from '../evidence.js';
import { type Extract, extract } from '../extract.js';
import type { Gathered } from '../gather-evidence.js';
import { findDifference } from './find-difference.js';

/** How many sentences stand for a side whose items are not numbered. */
const MOST_SENTENCES = 2;

/** A side with what the archive says to it. */
type Told = Side & { query: Query; claims: Claim[]; notes: string[] };

/**
 * Two places, years or things side by side, each looked for by itself; null for another question, and where neither
 * side is held.
 */
export async function answerComparison(
  query: Query,
  gather: (question: string) => Promise<Gathered>,
): Promise<Extract | null> {
  const asked = parseCompareQuestion(query.text, query.askedOn);
  if (!asked) return null;
  const told = await Promise.all(
    asked.sides.map(async (side) => tellSide(side, await gather(side.question), asked.ofTimes)),
  );
  const found = told.filter(({ claims }) => claims.length);
  if (!found.length) return null;
  const difference = findDifference(found);
  return {
    claims: found.flatMap(headSide),
    notes: [
      ...told
        .filter(({ claims }) => !claims.length)
        .map(({ label, question }) => wording.sideMissing(label, question)),
      ...found.flatMap(({ label, notes }) => notes.map((note) => wording.sideOf(label, note))),
      ...(difference ? [difference] : []),
    ],
  };
}

/** Of two times an undated page can be of either; it stands only for the one that slides (今年). */
function tellSide(side: Side, { query, evidence, notes }: Gathered, ofTimes: boolean): Told {
  const canBeUndated = !ofTimes || query.times.every(({ slides }) => slides);
  const usable = canBeUndated ? evidence : evidence.filter(({ time }) => time !== 'unknown');
  if (!usable.length) return { ...side, query, claims: [], notes: [] };
  const extracted = extract(query, usable);
  const claims = query.kind === 'list' ? extracted.claims : extracted.claims.slice(0, MOST_SENTENCES);
  return { ...side, query, claims: keepBest(claims, usable), notes: [...notes, ...extracted.notes] };
}

/** Without numbered items, sentences of the article that tells most. */
function keepBest(claims: readonly Claim[], [best]: readonly Evidence[]): Claim[] {
  const ofBest = claims.filter(({ quotes }) => quotes[0]?.article.articleId === best?.article.articleId);
  return ofBest.length ? ofBest : [...claims];
}

/** The name of the side stands above its first line. */
function headSide({ label, claims }: Told): Claim[] {
  return claims.map(({ text, quotes }, at) => ({
    text: at === 0 ? `${wording.sideHead(label)}\n${text}` : text,
    quotes,
  }));
}
