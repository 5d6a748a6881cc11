import type { Query } from '../domain/query.js';
import type { Evidence } from './evidence/evidence.js';

/** Roles that several persons have. */
const ROLE_OF_SEVERAL =
  /主演|演员|嘉宾|成员|旗手|得主|获奖者|获得者|主持人|代言人|火炬手|候选人|创始人|组合/u;
/** What stands between the names of a list. */
const JOINS = /^(?:[、，,和与及]|以及|（[^）]{1,8}）)*$/u;
/** A sentence less sure than this share of the best one is no better for its names. */
const NEARLY_AS_GOOD = 0.3;

/** Where a role is asked for that several persons have, the sentence that names most of them in one list comes first. */
export function orderByNames({ kind, text }: Query, evidence: readonly Evidence[]): readonly Evidence[] {
  const role = kind === 'who' ? ROLE_OF_SEVERAL.exec(text)?.[0] : undefined;
  if (!role) return evidence;
  const least = (evidence[0]?.score ?? 0) * NEARLY_AS_GOOD;
  const count = (one: Evidence) => (one.score >= least && one.text.includes(role) ? countListed(one) : 1);
  return [...evidence].sort((a, b) => count(b) - count(a) || b.score - a.score);
}

/** The most names that stand in one list; 1 where none do. */
function countListed({ text, values }: Evidence): number {
  let most = 1;
  let run = 1;
  const inOrder = [...values].sort((a, b) => a.start - b.start);
  for (const [at, { start }] of inOrder.entries()) {
    const before = inOrder[at - 1];
    run = before && JOINS.test(text.slice(before.end, start)) ? run + 1 : 1;
    most = Math.max(most, run);
  }
  return most;
}
