import type { Archive } from '../../domain/ports.js';
import type { Query } from '../../domain/query.js';
import { isGenericWord } from '../../text/stop-words.js';
import { tagWords } from '../../text/words.js';

/** A word that the question is about, with the weight of its presence. */
export type Keyword = {
  text: string;
  weight: number;
  /** A name or noun, which an article that answers can hardly do without. */
  isSubject: boolean;
  /** It names the kind of thing that is asked for (钱, 时间), which the answer need not repeat. */
  isGeneric: boolean;
};

/** A verb can be said in many ways, a name or a number cannot. */
const WEIGHT_OF_VERB = 0.5;
const WEIGHT_OF_TIME = 0.3;
const SUBJECT = /^(?:n|eng|x|j|l|i|m|vn|b)/u;
const WEIGHT_OF_GENERIC = 0.15;
const WEIGHT_OF_GLUED = 0.3;

/** The question's keywords weighted by rarity (idf as in BM25) and by how hard they are to say otherwise. */
export async function weighKeywords(archive: Archive, query: Query): Promise<Keyword[]> {
  const { counts, chunks } = await archive.termFrequencies(query.keywords);
  const tags = new Map(tagWords(query.text).map(({ word, tag }) => [word, tag]));
  return query.keywords.map((text, index) => {
    const count = counts[index] ?? 0;
    const rarity = Math.log(1 + (chunks - count + 0.5) / (count + 0.5));
    const tag = tags.get(text) ?? 'n';
    if (isGlued(text, tag, count))
      return { text, weight: rarity * WEIGHT_OF_GLUED, isSubject: false, isGeneric: false };
    const isGeneric = isGenericWord(text);
    return {
      text,
      weight: rarity * (isGeneric ? WEIGHT_OF_GENERIC : weightOfTag(tag)),
      isSubject: !isGeneric && SUBJECT.test(tag),
      isGeneric,
    };
  });
}

/** Two characters that no dictionary and no article holds side by side were mostly cut wrongly: 雪下 in 雪下得多深. */
function isGlued(text: string, tag: string, count: number): boolean {
  return tag === 'x' && count === 0 && /^\p{Script=Han}{2}$/u.test(text);
}

function weightOfTag(tag: string): number {
  if (/^(?:v(?!n)|a(?!n)|d|z)/u.test(tag)) return WEIGHT_OF_VERB;
  if (tag.startsWith('t')) return WEIGHT_OF_TIME;
  return 1;
}
