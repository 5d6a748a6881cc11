import type { Hit } from '../domain/answer.js';
import type { Article } from '../domain/article.js';
import { foldForComparing } from '../text/fold.js';

/** Characters of a shingle; an eighth of them, told by their hash, stand for the text. */
const SHINGLE = 8;
const KEPT = 8;
/** Print cuts and rewords the edges of an agency's text: this share of the shorter one must stand in the longer. */
const MIN_SHARED = 0.9;
/** The shorter text is at least this share of the longer one: a brief is no reprint of the report. */
const MIN_LENGTH = 0.6;
/** A text of fewer shingles is too short to tell. */
const MIN_SHINGLES = 6;

/** Hits whose articles print the same text as an earlier hit's → that hit's `reprints`; each text is shown once. */
export function foldReprints(hits: readonly Hit[], limit: number): Hit[] {
  const kept: { hit: Hit; shingles: ReadonlySet<string> }[] = [];
  const signatures = new Map<string, ReadonlySet<string>>();
  for (const hit of hits) {
    const { articleId } = hit.article;
    const shingles = signatures.get(articleId) ?? buildSignature(hit.article);
    signatures.set(articleId, shingles);
    const twin = kept.find(
      ({ hit: one, shingles: other }) => one.article.articleId !== articleId && isReprint(shingles, other),
    );
    if (twin) twin.hit = addReprint(twin.hit, hit.article);
    else if (kept.length < limit) kept.push({ hit, shingles });
    else break;
  }
  return kept.map(({ hit }) => hit);
}

function addReprint(hit: Hit, article: Article): Hit {
  const isKnown = hit.reprints.some(({ articleId }) => articleId === article.articleId);
  return isKnown ? hit : { ...hit, reprints: [...hit.reprints, article] };
}

function isReprint(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [shorter, longer] = one.size < other.size ? [one, other] : [other, one];
  if (shorter.size < MIN_SHINGLES || shorter.size < MIN_LENGTH * longer.size) return false;
  let shared = 0;
  for (const shingle of shorter) if (longer.has(shingle)) shared++;
  return shared >= MIN_SHARED * shorter.size;
}

function buildSignature({ body }: Article): ReadonlySet<string> {
  const { text } = foldForComparing(body);
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= text.length; at++) {
    // The two middle characters choose: the same places are chosen in both texts, whatever stands before them.
    if ((text.charCodeAt(at + 3) * 31 + text.charCodeAt(at + 4)) % KEPT === 0)
      shingles.add(text.slice(at, at + SHINGLE));
  }
  return shingles;
}
