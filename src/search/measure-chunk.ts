import type { Query } from '../domain/query.js';
import { fold } from '../text/fold.js';
import { lengthOfSharedRun } from '../text/shared-characters.js';
import { splitSentences } from '../text/split-sentences.js';
import type { Coverage } from './question-words.js';

/** What the words of a chunk say for it: each 0 to 1. */
type ChunkMeasures = {
  /** How much of the question two neighbouring sentences of the chunk hold, the best two. */
  sentence: number;
  /** The longest run of the question's characters that stands in the chunk, as a share of the question. */
  phrase: number;
  /** Whether the sentence with most of the question holds a value of the asked kind. */
  value: number;
};

/** `holdsValue` tells whether a sentence holds a value of the kind that the question asks for. */
export function measureChunk(
  query: Query,
  coverage: Coverage,
  holdsValue: (sentence: string) => boolean,
  chunkText: string,
): ChunkMeasures {
  const text = fold(chunkText);
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  const covered = sentences.map(coverage);
  const best = covered.indexOf(Math.max(0, ...covered));
  const pairs = sentences.map((sentence, index) => coverage(`${sentence}\n${sentences[index + 1] ?? ''}`));
  return {
    sentence: Math.max(0, ...pairs),
    phrase: query.subject
      ? lengthOfSharedRun(query.subject, text.replace(MARKS, '')) / query.subject.length
      : 0,
    value: best >= 0 && holdsValue(sentences[best] ?? '') ? 1 : 0,
  };
}

const MARKS = /[^\p{L}\p{N}]/gu;
