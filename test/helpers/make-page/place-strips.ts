import type { PageLook, SetArticle, Strip } from './made-page.js';
import type { Random } from './random.js';
import { isRecognisable } from './recognise-head.js';
import { inventFurniture } from './stock-words.js';

const HEAD_BEHIND = { easy: 0, medium: 0.25, hard: 0.3 };
const LABEL_BEHIND = { easy: 0, medium: 0.4, hard: 0.5 };

/** An article's strips around its columns. */
type Placed = { before: Strip[]; columns: Strip[]; after: Strip[] };

/** Lays the strips out in the order in which a program reads them off the page. */
export function placeStrips(articles: readonly SetArticle[], look: PageLook, random: Random): Strip[] {
  const known = new Map(articles.map((article) => [article, isRecognisable(article, articles)]));
  const far: Strip[] = [];
  const placed = articles.map((article) => {
    const isKnown = known.get(article) ?? false;
    const head = isKnown && look.level === 'hard' ? turnUpright(article.head, look, random) : article.head;
    const goesFar = isKnown && look.level === 'hard' && far.length < 6 && random.chance(0.35);
    if (goesFar) far.push(...head);
    return placeAround(article, goesFar ? [] : head, isKnown, look, random);
  });
  if (look.level !== 'hard') return placed.flatMap(inOrder);
  far.push(...takeByline(articles, placed, random));
  const strips = interleave(placed, random);
  const boundary = random.pick(articleStarts(strips));
  const at = random.weigh({ foot: 0.6, top: 0.15, between: 0.25 });
  const start = at === 'foot' ? strips.length : at === 'top' ? 0 : boundary;
  strips.splice(start, 0, ...far);
  return addFurniture(strips, random);
}

function placeAround(
  article: SetArticle,
  head: Strip[],
  isKnown: boolean,
  look: PageLook,
  random: Random,
): Placed {
  const { label, standing, closing, columns } = article;
  const before: Strip[] = standing ? [standing] : [];
  const after: Strip[] = closing ? [closing] : [];
  const inMiddle = article.truncated === 'middle' && random.chance(0.5);
  if (isKnown && random.chance(HEAD_BEHIND[look.level])) after.push(...head);
  else if (!inMiddle) before.unshift(...head);
  if (label && random.chance(LABEL_BEHIND[look.level])) after.push(label);
  else if (label) before.unshift(label);
  const [first, ...rest] = columns;
  return { before, after, columns: inMiddle && first ? [first, ...head, ...rest] : columns };
}

const inOrder = ({ before, columns, after }: Placed) => [...before, ...columns, ...after];

/** Where an article's strips begin. */
const articleStarts = (strips: readonly Strip[]) =>
  strips.flatMap((strip, at) => (strip.article !== strips[at - 1]?.article ? [at] : []));

/** A headline of one deck or two set upright: one character a line. */
function turnUpright(head: Strip[], look: PageLook, random: Random): Strip[] {
  const marked = head.some(({ lines }) => lines.length > 1 || lines[0]?.startsWith('*'));
  const tall = look.style === 'hard-wrapped' ? 0.2 : 0.06;
  if (marked || !random.chance(tall)) return head;
  return head.map((strip) => ({
    ...strip,
    lines: strip.lines.flatMap((line) => line.match(/[!-~]+|[^\s!-~]/gu) ?? []),
  }));
}

/** Takes the page's one byline that stands above a body away from it, where no other article lacks a byline. */
function takeByline(articles: readonly SetArticle[], placed: Placed[], random: Random): Strip[] {
  const standing = articles.flatMap((article, at) => (article.standing ? [{ article, at }] : []));
  const [only] = standing;
  const unsigned = articles.filter(({ names, written }) => names.length === 0 && written.kind !== 'notice');
  if (!only || standing.length > 1 || unsigned.length > 0 || !random.chance(0.5)) return [];
  const own = placed[only.at];
  if (own) own.before = own.before.filter((strip) => strip !== only.article.standing);
  return only.article.standing ? [only.article.standing] : [];
}

/** Mixes the columns of one pair of neighbours, both of which are broken in the middle of a sentence. */
function interleave(placed: readonly Placed[], random: Random): Strip[] {
  const pairs = placed.flatMap((one, at) => {
    const next = placed[at + 1];
    return next && one.columns.length > 1 && next.columns.length > 1 ? [at] : [];
  });
  const chosen = pairs.length > 0 && random.chance(0.75) ? random.pick(pairs) : -1;
  return placed.flatMap((one, at) => {
    const next = placed[at + 1];
    if (at === chosen && next) return mix(one, next);
    return at === chosen + 1 && chosen >= 0 ? [] : inOrder(one);
  });
}

function mix(one: Placed, other: Placed): Strip[] {
  const strips = [...one.before];
  const count = Math.max(one.columns.length, other.columns.length);
  for (let at = 0; at < count; at++) {
    strips.push(...one.columns.slice(at, at + 1));
    if (at === one.columns.length - 1) strips.push(...one.after);
    if (at === 0) strips.push(...other.before);
    strips.push(...other.columns.slice(at, at + 1));
    if (at === other.columns.length - 1) strips.push(...other.after);
  }
  return strips;
}

function addFurniture(strips: Strip[], random: Random): Strip[] {
  const { top, foot } = inventFurniture(random);
  const toStrip = (line: string): Strip => ({
    article: null,
    role: 'furniture',
    lines: [line],
    tight: false,
  });
  const above = random.chance(0.6) ? top.map(toStrip) : [];
  const below = random.chance(0.6) ? foot.map(toStrip) : [];
  return [...above, ...strips, ...below];
}
