import { cutCharacterPairs } from '../../src/text/character-pairs.js';
import { createAffinity, findShare } from '../pages/reading/affinity.js';
import type { RawArticle } from '../raw-article.js';
import type { Continuation } from './attach-markers.js';
import { canBeSamePage, type Marker } from './marker.js';
import type { OpenedPage } from './open-page.js';

/** An article, or what of it stands on one page. */
export type Part = Continuation & { article: RawArticle; page: OpenedPage };

/** A part that goes on elsewhere, one that began elsewhere, and how much speaks for their being one article. */
type Offer = { end: Part; start: Part; value: number };

/**
 * Parts with less in common are not known to be one; a headline that both have is worth 1, all rare pairs another 1.
 * Set on 55 articles of 13 pages cut in the middle: the halves of one article share .02 to .14 of their pairs' weight,
 * of all halves of other articles on the page the nearest .00 to .05. At these values none is joined wrongly.
 */
const ENOUGH = 0.04;
/** A pair that is to be taken has so many times more in common than either has with a third. */
const MARGIN = 1.8;
/** A headline named in a marker may be shortened or reworded, but not beyond this share of its character pairs. */
const FEW_IN_COMMON = 0.2;

/**
 * Which part goes on with which, as far as markers and texts tell. Of several continuations of one page those with most
 * in common are taken first; the last that is left on both sides is taken by the markers alone, in an issue of known date.
 */
export function pairParts(parts: readonly Part[]): Map<Part, Part> {
  const next = new Map<Part, Part>();
  let offers = listOffers(parts).sort((a, b) => b.value - a.value);
  for (let taken = chooseOffer(offers); taken; taken = chooseOffer(offers)) {
    const { end, start } = taken;
    next.set(end, start);
    offers = offers.filter((offer) => offer.end !== end && offer.start !== start);
  }
  return next;
}

/** `offers` stand in order of value. */
function chooseOffer(offers: readonly Offer[]): Offer | undefined {
  const isClear = (offer: Offer) => {
    const rivals = offers.filter(
      (other) => other !== offer && (other.end === offer.end || other.start === offer.start),
    );
    const most = Math.max(0, ...rivals.map(({ value }) => value));
    const isDated = offer.end.page.issue.issueDate !== null;
    return (rivals.length === 0 && isDated) || (offer.value >= ENOUGH && offer.value > MARGIN * most);
  };
  return offers.find(isClear);
}

function listOffers(parts: readonly Part[]): Offer[] {
  const affinity = createAffinity(parts.map(({ article }) => `${headlineOf(article)}\n${article.body}`));
  return parts.flatMap((start): Offer[] => {
    const { continuedFrom } = start;
    if (!continuedFrom) return [];
    const shares = affinity.ofText(`${headlineOf(start.article)}\n${start.article.body}`);
    return parts.flatMap((end, index) => {
      const { continuedOn } = end;
      const fits = continuedOn && isAnswered(end, continuedOn, start, continuedFrom);
      return fits ? { end, start, value: findShare(shares, index) + weighHeadlines(end, start) } : [];
    });
  });
}

function isAnswered(end: Part, on: Marker, start: Part, from: Marker): boolean {
  return (
    end.page !== start.page &&
    canBeSamePage(on.page, start.page.issue.page) &&
    canBeSamePage(from.page, end.page.issue.page) &&
    (on.label === null || from.label === null || on.label === from.label) &&
    canBeNamed(end.article, from.headline) &&
    canBeNamed(start.article, on.headline)
  );
}

/** 上接第1版《…》 names another article where its headline has next to nothing in common. */
function canBeNamed(article: RawArticle, named: string | null): boolean {
  const own = headlineOf(article);
  return !named || !own || shareOfPairs(own, named) >= FEW_IN_COMMON;
}

/** 1 where a headline, printed again or named in the marker, is the other part's; in between by their character pairs. */
function weighHeadlines(end: Part, start: Part): number {
  const endsHeadlines = [headlineOf(end.article), end.continuedOn?.headline ?? ''];
  const startsHeadlines = [headlineOf(start.article), start.continuedFrom?.headline ?? ''];
  const shares = endsHeadlines.flatMap((one) => startsHeadlines.map((other) => shareOfPairs(one, other)));
  return Math.max(...shares);
}

const headlineOf = ({ kicker, headline, subheadline }: RawArticle): string =>
  [kicker, headline, subheadline].filter(Boolean).join(' ');

/** Of the text with fewer pairs, the share that stands in the other, 0 to 1. */
function shareOfPairs(one: string, other: string): number {
  const [few, many] = [cutCharacterPairs(one), cutCharacterPairs(other)].sort((a, b) => a.size - b.size);
  if (!few?.size || !many) return 0;
  return [...few].filter((pair) => many.has(pair)).length / few.size;
}
