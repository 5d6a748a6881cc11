import { createHash } from 'node:crypto';
import type { DateRange } from '../domain/query.js';
import { dateRangeForModel, passageForModel } from '../domain/wording/models.js';
import { defuseForModel } from './defuse-for-model.js';
import { type FormattedPrompt, formatPrompt } from './format-prompt.js';

/** A passage as the language model reads it; its number is its place in the list, from 1. */
export type PromptPassage = {
  newspaper: string | null;
  /** YYYY-MM-DD */
  issueDate: string | null;
  page: string | null;
  headline: string | null;
  text: string;
};

export type AnswerPromptInput = {
  question: string;
  /** YYYY-MM-DD */
  askedOn: string;
  /** What the question's expressions of time mean; null where it has none. */
  dateRange: DateRange | null;
  passages: readonly PromptPassage[];
};

/** A headline or a newspaper's name takes a line; a question of a reader takes two. */
const LONGEST = { fact: 200, question: 2000 };

/**
 * The prompt of prompts/answer.md. Passages and question stand between lines that carry a mark made from all
 * of them: no text inside can contain the mark, so none can end its fence early, and nothing that looks like a mark is
 * left in them.
 */
export async function formatAnswerPrompt(given: AnswerPromptInput): Promise<FormattedPrompt> {
  const input = defuse(given);
  const fence = makeFence(given);
  const passages = input.passages.map((passage, place) => passageForModel(fence, place + 1, passage));
  return formatPrompt('answer', {
    question: input.question,
    askedOn: input.askedOn,
    dateRange: dateRangeForModel(input.dateRange),
    passages: passages.join('\n\n'),
    fence,
  });
}

function defuse({ passages, question, ...rest }: AnswerPromptInput): AnswerPromptInput {
  const fact = (text: string | null) => text && defuseForModel(text).slice(0, LONGEST.fact);
  return {
    ...rest,
    question: defuseForModel(question).slice(0, LONGEST.question),
    passages: passages.map(({ newspaper, issueDate, page, headline, text }) => ({
      newspaper: fact(newspaper),
      issueDate,
      page: fact(page),
      headline: fact(headline),
      text: defuseForModel(text),
    })),
  };
}

/** The same input gives the same mark: answers stay repeatable. */
function makeFence(input: AnswerPromptInput): string {
  return `#${createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 12)}#`;
}
