import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** The questions of earlier runs, newest first, as node:readline keeps them. */
export type QuestionHistory = { size: number; load(): string[]; save(questions: readonly string[]): void };

const SIZE = 500;
const LONGEST = 2_000;

/** A convenience: where the file cannot be read or written the conversation goes on without it. */
export function createQuestionHistory(path: string): QuestionHistory {
  return {
    size: SIZE,
    load() {
      try {
        return readFileSync(path, 'utf8').split('\n').filter(isKept).slice(-SIZE).reverse();
      } catch {
        return [];
      }
    },
    save(questions) {
      try {
        const temporary = `${path}.${process.pid}`;
        // Other users of the machine need not know what was asked.
        writeFileSync(temporary, toText(questions), { mode: 0o600 });
        renameSync(temporary, path);
      } catch {
        // Nothing is lost but convenience.
      }
    },
  };
}

const toText = (questions: readonly string[]) =>
  questions
    .filter(isKept)
    .slice(0, SIZE)
    .reverse()
    .map((question) => `${question}\n`)
    .join('');

const isKept = (question: string) => question.trim() !== '' && question.length <= LONGEST;
