import * as wording from '../../domain/wording/telegram-archive.js';
import { askedOnOf } from '../chat-limits.js';
import { echo } from '../echo.js';
import { showIssues } from '../issues/show-issue.js';
import { parseTypedDays } from '../parse-typed-days.js';
import type { Turn } from '../turn.js';
import { latest } from './latest.js';

/** The articles of a day by page: /issue 2023-02-10, /issue 昨天, /issue 太原日报 2月10日. Without a day, the newest. */
export async function issue(turn: Turn): Promise<void> {
  const { archive, conversations } = turn.parts;
  const held = await archive.listNewspapers();
  const named = held.filter((name) => turn.argument.includes(name)).sort((a, b) => b.length - a.length)[0];
  const text = turn.argument
    .replace(named ?? '', '')
    .replace(/[《》]/gu, '')
    .trim();
  if (text === '' && named === undefined) return latest(turn);
  const newspaper = named ?? conversations.newspaper(turn.place);
  const days = text === '' ? await newestDay(turn, newspaper) : parseTypedDays(text, askedOnOf(turn));
  if (days === null) return turn.say(wording.wrongIssueDay(echo(turn.argument)));
  await showIssues(turn, days, newspaper);
}

async function newestDay({ parts }: Turn, newspaper: string | null) {
  const issues = await parts.archive.listIssues(newspaper === null ? {} : { newspaper });
  const day = issues[0]?.issueDate ?? null;
  return day === null ? null : { from: day, to: day };
}
