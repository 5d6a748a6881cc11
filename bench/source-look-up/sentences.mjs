// Sentences that are printed, altered as readers alter them, and sentences that nobody printed.
const SHORTEST = 12;
const LONGEST = 150;
/** An article that holds this share of a sentence's triples of characters prints it, or nearly. */
const NEAR = { leftOut: 0.5, spliced: 0.75, reworded: 0.75 };
const COMMON = [...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工'];

/** What is compared: no white space, no marks, one width. */
export const squeeze = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

const split = (body) =>
  body
    .split(/(?<=[。！？][”’」』）]*)(?![”’」』）])|\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => squeeze(sentence).length >= SHORTEST && sentence.length <= LONGEST);

/** One sentence each of so many articles; every page's articles come first, they are few. */
export function drawSentences(articles, count, draw) {
  const drawn = [];
  const ofPages = articles.filter(({ sourceId }) => sourceId === null);
  while (drawn.length < count) {
    const article = ofPages.pop() ?? articles[draw(articles.length)];
    const sentences = split(article.body);
    if (sentences.length > 0) drawn.push(sentences[draw(sentences.length)]);
  }
  return drawn;
}

export function vary(sentence, n, draw) {
  const asked = { printed: true, sentence };
  if (n % 3 === 0) return { ...asked, kind: 'plain', text: sentence };
  if (n % 3 === 1) return { ...asked, kind: 'one character changed', text: change(sentence, 1, draw) };
  return { ...asked, kind: 'marks dropped', text: sentence.replace(/[\p{P}\p{S}]/gu, '') };
}

function change(sentence, count, draw) {
  const characters = [...sentence];
  const places = characters.map((_, i) => i).filter((i) => /[\p{Script=Han}\d]/u.test(characters[i]));
  for (let n = 0; n < count && places.length > 0; n++) {
    const [place] = places.splice(draw(places.length), 1);
    const others = COMMON.filter((one) => one !== characters[place]);
    characters[place] = others[draw(others.length)];
  }
  return characters.join('');
}

/** Three fifths from articles that were left out, one fifth spliced of two halves, one fifth with a third reworded. */
export function makeAbsent({ leftOut, articles, count, draw }) {
  const [first, second] = [
    drawSentences([...articles.values()], count, draw),
    drawSentences([...articles.values()], count, draw),
  ];
  const isLong = (sentence) => squeeze(sentence).length >= 18;
  const made = [
    ...leftOut.flatMap((text) => {
      const sentences = split(text);
      return sentences.length > 0 ? [{ kind: 'leftOut', text: sentences[draw(sentences.length)] }] : [];
    }),
    ...first.filter(isLong).map((sentence, n) => ({ kind: 'spliced', text: splice(sentence, second[n]) })),
    ...second.filter(isLong).map((sentence) => ({
      kind: 'reworded',
      text: change(sentence, Math.ceil(squeeze(sentence).length / 3), draw),
    })),
  ];
  const shares = findShares(made, articles);
  const kept = made.filter(({ kind }, n) => shares[n] < NEAR[kind]);
  const take = (kind, part) => kept.filter((one) => one.kind === kind).slice(0, Math.round(count * part));
  return [...take('leftOut', 0.6), ...take('spliced', 0.2), ...take('reworded', 0.2)].map((one) => ({
    ...one,
    printed: false,
  }));
}

const splice = (one, other) => one.slice(0, one.length >> 1) + other.slice(other.length >> 1);

/** Of each text the greatest share of its triples of characters that one article holds. */
function findShares(made, articles) {
  const holders = new Map();
  const sizes = made.map(({ text }, n) => {
    const triples = toTriples(squeeze(text));
    for (const triple of triples) holders.set(triple, [...(holders.get(triple) ?? []), n]);
    return triples.size;
  });
  const shares = made.map(() => 0);
  for (const { body } of articles.values()) {
    const held = new Map();
    for (const triple of toTriples(squeeze(body)))
      for (const n of holders.get(triple) ?? []) held.set(n, (held.get(n) ?? 0) + 1);
    for (const [n, count] of held) shares[n] = Math.max(shares[n], count / sizes[n]);
  }
  return shares;
}

function toTriples(text) {
  const triples = new Set();
  for (let i = 0; i + 3 <= text.length; i++) triples.add(text.slice(i, i + 3));
  return triples;
}
