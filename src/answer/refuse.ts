import type { Answer } from '../domain/answer.js';
import type { Archive } from '../domain/ports.js';
import type { Query } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import { formatSourceLine } from '../domain/wording/source-line.js';
import type { Evidence } from './evidence/evidence.js';

/** A sentence with less than this in common with the question is not worth naming as the nearest. */
const NEAR = 0.35;

/** An honest "not in the archive", with what the archive does hold and, where it was asked, the nearest article. */
export async function refuse(
  archive: Archive,
  query: Query,
  judged: readonly Evidence[],
  why: 'no question' | 'no evidence',
): Promise<Pick<Answer, 'found' | 'mode' | 'answer' | 'sentences' | 'citations' | 'notes'>> {
  const coverage = await archive.coverage();
  const notes = [wording.holdings(coverage)];
  const nearest = [...judged].sort((a, b) => b.coverage - a.coverage).find((one) => one.coverage >= NEAR);
  if (why === 'no evidence' && nearest) notes.push(wording.nearest(formatSourceLine(nearest.article)));
  const answer = why === 'no question' ? wording.noArchiveQuestion() : wording.notFound(query);
  return { found: false, mode: 'extractive', answer, sentences: [], citations: [], notes };
}
