import { InputError } from '../src/domain/errors.js';
import type { IngestedFile } from '../src/domain/ports.js';
import type { FoundFile } from './files/find-files.js';
import type { GivenFacts, Reading } from './readers/reader.js';

/** One file's failure is its own: the rest goes in. What is no InputError concerns the archive and ends the run. */
export async function takeIn(
  file: FoundFile,
  problems: readonly string[],
  work: () => Promise<Pick<IngestedFile, 'status' | 'articles'>>,
): Promise<IngestedFile> {
  try {
    if (file.problem) throw new InputError(file.problem);
    const { status, articles } = await work();
    return { path: file.path, status, articles, reasons: [...problems] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { path: file.path, status: 'failed', articles: 0, reasons: [...problems, error.message] };
  }
}

export function createReading(
  given: GivenFacts,
  onExplain: Reading['onExplain'],
  openWithSiblings: Reading['openWithSiblings'],
): Reading & { problems: string[] } {
  const problems: string[] = [];
  return { given, onExplain, openWithSiblings, problems, onProblem: (sentence) => problems.push(sentence) };
}
