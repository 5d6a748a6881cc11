import { UsageError } from '../domain/errors.js';
import type { Question } from '../domain/query.js';
import * as wording from '../domain/wording/cli.js';
import { dayInShanghai } from '../text/calendar.js';
import { checkQuestion } from './check-question.js';
import type { CommandCall } from './command.js';
import { parseFilter } from './options.js';
import type { LineDefaults } from './parse-batch-line.js';
import { parseDay } from './parse-day.js';

/** What `ask` and `search` were called with: one question, or a file of them. */
export type QuestionSource = { question: Question } | { batch: string; defaults: LineDefaults };

/** @throws UsageError */
export function readQuestionSource(command: string, call: CommandCall): QuestionSource {
  const { options, positionals } = call;
  const defaults = { askedOn: readAskedOn(call), given: options };
  const filter = parseFilter(options);
  if (options.batch !== undefined) {
    if (positionals.length > 0) throw new UsageError(wording.questionAndBatch(command));
    return { batch: options.batch, defaults };
  }
  if (positionals.length === 0) throw new UsageError(wording.missingQuestion(command));
  // Words that were not put in quotes are one question all the same.
  const question = checkQuestion(positionals.join(' '));
  return { question: { question, askedOn: defaults.askedOn, filter, history: [] } };
}

/** --asked-on, or today in China. */
export function readAskedOn({ options, surroundings }: CommandCall): string {
  const given = options['asked-on'];
  return given === undefined ? dayInShanghai(surroundings.now()) : parseDay('--asked-on', given);
}
