import type { Answer } from '../../src/domain/answer.js';

/** A question with what a right answer holds: one wording at least of each group of `must`. */
export type GoldQuestion = {
  id: string;
  kind: string;
  asked_on: string;
  question: string;
  must: readonly (readonly string[])[];
  /** Stands in the quote, the headline or the body of a cited article. */
  cite: string | null;
  /** Stands in the answer, its notes or the issue dates that it cites. */
  note_year?: string;
  history?: readonly string[];
};

type Record = Pick<Answer, 'found' | 'answer' | 'sentences' | 'citations' | 'notes'>;

export type Score = {
  /** kind → [right, asked] */
  kinds: Map<string, [right: number, asked: number]>;
  /** Shares, 0 to 1. */
  right: number;
  citedSentences: number;
  exactQuotes: number;
};

/** Judges answers in the order of their questions; `bodies` are the archive's articles by id. */
export function scoreAnswers(
  questions: readonly GoldQuestion[],
  answers: readonly Record[],
  bodies: ReadonlyMap<string, string>,
): Score {
  const kinds: Score['kinds'] = new Map();
  let right = 0;
  for (const [index, gold] of questions.entries()) {
    const kind = kinds.get(gold.kind) ?? [0, 0];
    kinds.set(gold.kind, kind);
    const answer = answers[index];
    const isGood = answer !== undefined && isRight(gold, answer, bodies);
    kind[0] += Number(isGood);
    kind[1] += 1;
    right += Number(isGood);
  }
  const sentences = answers.flatMap((answer) => answer.sentences);
  const citations = answers.flatMap((answer) => answer.citations);
  return {
    kinds,
    right: right / questions.length,
    citedSentences: share(sentences, (sentence) => sentence.citations.length > 0),
    exactQuotes: share(
      citations,
      ({ articleId, start, end, quote }) =>
        quote !== '' && bodies.get(articleId)?.slice(start, end) === quote,
    ),
  };
}

function isRight(gold: GoldQuestion, answer: Record, bodies: ReadonlyMap<string, string>): boolean {
  const { found, citations, notes } = answer;
  if (gold.kind === 'none') return !found && citations.length === 0;
  const said = squeeze(answer.answer);
  const dates = citations.map(({ issueDate }) => issueDate ?? '');
  const cited = citations.map(({ articleId, headline, quote }) => [quote, headline, bodies.get(articleId)]);
  return (
    found &&
    gold.must.every((wordings) => wordings.some((wording) => said.includes(squeeze(wording)))) &&
    (gold.cite === null || squeeze(cited.flat().join('')).includes(squeeze(gold.cite))) &&
    [said, ...notes, ...dates].join().includes(gold.note_year ?? '')
  );
}

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

const share = <T>(all: readonly T[], holds: (one: T) => boolean): number =>
  all.length === 0 ? 1 : all.filter(holds).length / all.length;
