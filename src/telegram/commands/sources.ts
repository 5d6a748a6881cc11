import * as wording from '../../domain/wording/telegram.js';
import type { Turn } from '../turn.js';

const ISSUES_SHOWN = 5;

/** What the archive holds. */
export async function sources(turn: Turn): Promise<void> {
  const { archive } = turn.parts;
  const coverage = await archive.coverage();
  const latest = (await archive.listIssues({})).slice(0, ISSUES_SHOWN);
  const issues = latest.length === 0 ? [] : [wording.latestIssues(latest)];
  await turn.say([wording.describeCoverage(coverage), ...issues].join('\n\n'));
}
