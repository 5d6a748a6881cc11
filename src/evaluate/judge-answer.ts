import type { Answer, Citation } from '../domain/answer.js';
import type { Article } from '../domain/article.js';
import type { Gold } from './find-gold.js';
import { type GoldQuestion, UNANSWERABLE } from './gold-question.js';
import { squeeze } from './squeeze.js';

export type Judged = {
  right: boolean;
  refused: boolean;
  sentences: number;
  /** Sentences with a citation at least. */
  citedSentences: number;
  citations: number;
  /** Citations whose quote stands in the stored body at its offsets. */
  exactQuotes: number;
};

/** The articles that an answer cites, by id. */
export type Cited = ReadonlyMap<string, Pick<Article, 'body'>>;

type Given = Pick<Answer, 'found' | 'answer' | 'sentences' | 'citations' | 'notes'>;

/** Judges an answer by its words and by the stored articles, not by what it says of itself. */
export function judgeAnswer(question: GoldQuestion, answer: Given, cited: Cited, gold: Gold | null): Judged {
  const { found, sentences, citations } = answer;
  const refused = !found && citations.length === 0;
  const isUnanswerable = question.kind === UNANSWERABLE;
  return {
    right: isUnanswerable ? refused : found && isRight(question, answer, cited, gold),
    refused,
    sentences: sentences.length,
    citedSentences: sentences.filter((sentence) => sentence.citations.length > 0).length,
    citations: citations.length,
    exactQuotes: citations.filter((citation) => isExact(citation, cited)).length,
  };
}

function isRight(question: GoldQuestion, answer: Given, cited: Cited, gold: Gold | null): boolean {
  const { must, cite, noteYear } = question;
  const { citations, notes } = answer;
  const said = squeeze(answer.answer);
  const dates = citations.map(({ issueDate }) => issueDate ?? '');
  return (
    must.every((wordings) => wordings.some((wording) => said.includes(squeeze(wording)))) &&
    (cite === null ||
      citations.some((citation) => squeeze(textOf(citation, cited)).includes(squeeze(cite)))) &&
    (noteYear === null || squeeze([said, ...notes, ...dates].join()).includes(squeeze(noteYear))) &&
    // Where no words are expected, the right article must at least be cited.
    (must.length > 0 || cite !== null || citations.some(({ articleId }) => gold?.thingOf.has(articleId)))
  );
}

function textOf({ articleId, quote, headline }: Citation, cited: Cited): string {
  return `${quote}${headline ?? ''}${cited.get(articleId)?.body ?? ''}`;
}

function isExact({ articleId, start, end, quote }: Citation, cited: Cited): boolean {
  return quote !== '' && cited.get(articleId)?.body.slice(start, end) === quote;
}
