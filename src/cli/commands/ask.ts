import type { Sentence } from '../../domain/answer.js';
import type { OpenedApp } from '../../domain/opened-app.js';
import type { Question } from '../../domain/query.js';
import { raceWithSignal } from '../../system/race-with-signal.js';
import { createAnswerPrinter } from '../answer-printer.js';
import type { CommandCall } from '../command.js';
import { type QuestionSource, readQuestionSource } from '../question-options.js';
import { toAnswerRecord } from '../records.js';
import { runBatch } from '../run-batch.js';
import { withApp } from '../with-app.js';

export async function ask(call: CommandCall): Promise<number> {
  const source = readQuestionSource('ask', call);
  return withApp(call, 'answer', (app) => answerFrom(source, call, app));
}

async function answerFrom(
  source: QuestionSource,
  call: CommandCall,
  { service }: OpenedApp,
): Promise<number> {
  const { output, options, surroundings } = call;
  const { signal } = surroundings;
  // A model that does not listen to the signal must not hold the person up.
  const answer = (question: Question, onSentence?: (sentence: Sentence) => void) =>
    raceWithSignal(service.ask(question, onSentence, signal), signal);
  if ('batch' in source)
    return runBatch(source.batch, source.defaults, call, async (question, id) =>
      toAnswerRecord(await answer(question), id),
    );
  if (options.json) await output.print(JSON.stringify(toAnswerRecord(await answer(source.question))));
  else {
    const printer = createAnswerPrinter(output);
    await printer.finish(await answer(source.question, printer.onSentence));
  }
  return 0;
}
