import type { Hit } from '../domain/answer.js';
import type { Article } from '../domain/article.js';
import { dropMarks, fold } from '../text/fold.js';

/** Characters of a shingle; an eighth of them, told by their hash, stand for the text. */
const SHINGLE = 8;
const KEPT = 8;
/** Print cuts and rewords the edges of an agency's text: this share of the shorter one must stand in the longer. */
const MIN_SHARED = 0.9;
/** The shorter text is at least this share of the longer one: a brief is no reprint of the report. */
const MIN_LENGTH = 0.6;
/** A text of fewer shingles is too short to tell. */
const MIN_SHINGLES = 6;

/** What tells a text: some of its shingles. */
export type Signature = ReadonlySet<string>;

/** Each hit whose article prints the text of an earlier hit's article is marked as that one's reprint. */
export function markReprints(hits: readonly Hit[]): Hit[] {
  const signatures = new Map<string, Signature>();
  const originals = new Map<string, string | null>();
  return hits.map((hit) => {
    const { articleId } = hit.article;
    let original = originals.get(articleId);
    if (original === undefined) {
      const shingles = buildSignature(hit.article);
      original = [...signatures].find(([, other]) => isReprint(shingles, other))?.[0] ?? null;
      originals.set(articleId, original);
      if (original === null) signatures.set(articleId, shingles);
    }
    return { ...hit, reprintOf: original };
  });
}

/** A text with the other articles that print it, for showing it once. */
export type ShownHit = { hit: Hit; reprints: Article[] };

/** Marked hits → each text once, in the place of its first hit. */
export function groupReprints(hits: readonly Hit[]): ShownHit[] {
  const reprintsOf = new Map<string, Map<string, Article>>();
  for (const { reprintOf, article } of hits) {
    if (reprintOf === null) continue;
    const known = reprintsOf.get(reprintOf) ?? new Map<string, Article>();
    reprintsOf.set(reprintOf, known.set(article.articleId, article));
  }
  return hits
    .filter(({ reprintOf }) => reprintOf === null)
    .map((hit) => ({ hit, reprints: [...(reprintsOf.get(hit.article.articleId)?.values() ?? [])] }));
}

/** Whether one of two texts prints the other, by their signatures. */
export function isReprint(one: Signature, other: Signature): boolean {
  const [shorter, longer] = one.size < other.size ? [one, other] : [other, one];
  if (shorter.size < MIN_SHINGLES || shorter.size < MIN_LENGTH * longer.size) return false;
  let shared = 0;
  for (const shingle of shorter) if (longer.has(shingle)) shared++;
  return shared >= MIN_SHARED * shorter.size;
}

export function buildSignature({ body }: Article): Signature {
  const text = dropMarks(fold(body));
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= text.length; at++) {
    // The two middle characters choose: the same places are chosen in both texts, whatever stands before them.
    if ((text.charCodeAt(at + 3) * 31 + text.charCodeAt(at + 4)) % KEPT === 0)
      shingles.add(text.slice(at, at + SHINGLE));
  }
  return shingles;
}
