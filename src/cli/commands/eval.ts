import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, UsageError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/cli-eval.js';
import { type Evaluation, evaluate } from '../../evaluate/evaluate.js';
import type { GoldQuestion } from '../../evaluate/gold-question.js';
import { parseQuestions } from '../../evaluate/parse-questions.js';
import { dayInShanghai } from '../../text/calendar.js';
import type { CommandCall } from '../command.js';
import { ingestSample } from '../ingest-sample.js';
import { parseLimit } from '../options.js';
import { printEvaluation, toEvaluationRecord } from '../print-evaluation.js';
import { withApp } from '../with-app.js';

/** `eval` is no name that a module may bind. */
export async function evaluation(call: CommandCall): Promise<number> {
  const limit = call.options.limit === undefined ? undefined : parseLimit(call.options.limit);
  const leastRight = readLeastRight(call);
  const questions = (await loadQuestions(call)).slice(0, limit);
  const evaluated = await withScoredArchive(call, (scored) => evaluateArchive(questions, scored));
  const { output, options } = call;
  if (options.json) await output.print(JSON.stringify(toEvaluationRecord(evaluated)));
  else await printEvaluation(evaluated, output);
  return hasEnoughRight(evaluated, leastRight, call) ? 0 : 1;
}

/** @throws UsageError */
function readLeastRight({ options }: CommandCall): number {
  const given = options['min-right'];
  const share = Number(given ?? 0);
  if (!(share >= 0 && share <= 1)) throw new UsageError(wording.wrongShare(given ?? ''));
  return share;
}

/** @throws UsageError, InputError */
async function loadQuestions({ positionals, surroundings }: CommandCall): Promise<GoldQuestion[]> {
  if (positionals.some((path) => path.trim() === '')) throw new UsageError(wording.emptyQuestionPath());
  const paths = positionals.length > 0 ? positionals : [surroundings.sampleQuestions];
  const today = dayInShanghai(surroundings.now());
  const questions: GoldQuestion[] = [];
  for (const path of paths) questions.push(...parseQuestions(await readQuestions(path), path, today));
  return questions;
}

async function readQuestions(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new InputError(wording.unreadableQuestions(path, error as NodeJS.ErrnoException), { cause: error });
  }
}

/** The archive that was named; with neither file nor folder, the bundled one in a folder that goes afterwards. */
async function withScoredArchive<T>(call: CommandCall, use: (call: CommandCall) => Promise<T>): Promise<T> {
  if (call.positionals.length > 0 || call.options.data !== undefined) return use(call);
  // A model that was obtained stays in the usual data folder.
  const usual = call.settings();
  const dataDir = await mkdtemp(join(tmpdir(), 'baowen-eval-'));
  const scored = { ...call, settings: () => ({ ...usual, dataDir, store: { kind: 'local' as const } }) };
  try {
    call.output.notice(wording.ingestingSampleToScore());
    await ingestSample(scored);
    return await use(scored);
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  }
}

function evaluateArchive(questions: readonly GoldQuestion[], call: CommandCall): Promise<Evaluation> {
  const { output, surroundings, settings } = call;
  return withApp(call, 'answer', async (app) => {
    if ((await app.archive.coverage()).articles === 0)
      throw new InputError(wording.nothingToScore(settings().dataDir));
    const evaluated = await evaluate(app, questions, {
      onProgress: output.progress.onQuestions,
      signal: surroundings.signal,
    });
    if (evaluated.missing > 0) output.notice(wording.missingGold(evaluated.missing));
    return evaluated;
  });
}

function hasEnoughRight({ all }: Evaluation, least: number, { output }: CommandCall): boolean {
  if (all.right >= least) return true;
  output.notice(wording.tooFewRight(all.right.toFixed(3), least));
  return false;
}
