import type { DateRange, Query } from '../../domain/query.js';
import { OPEN_FROM, OPEN_TO } from '../../domain/query.js';
import * as wording from '../../domain/wording/kinds.js';
import { parseTimelineQuestion } from '../../query/timeline-question.js';
import { findTimes } from '../../text/find-times.js';
import { addsMeaning } from '../adds-meaning.js';
import type { Claim } from '../claim.js';
import type { Evidence } from '../evidence.js';
import type { Extract } from '../extract.js';
import type { Gathered } from '../gather-evidence.js';
import { cutClauses } from './cut-clauses.js';
import { nameWords } from './name-words.js';

/** How many turns are told, and of the newest alone. */
const MOST = { all: 8, newest: 3 };
/** Of one article, where several tell. */
const MOST_OF_ARTICLE = 3;
/** A sentence that is less sure than this share of the best one is about something beside. */
const NEARLY_AS_GOOD = 0.75;
/** Characters of a turn. */
const LENGTH = 60;
/** Days; a longer time (近三年) says not when. */
const LONGEST = 370;
/** Only where no date of issue is known: what counts from it can then not be told. */
const ANY_DAY = '2000-01-01';

/** A sentence with its day: told by itself, or by the issue date; null where neither is known. */
type Turn = { evidence: Evidence; when: DateRange | null; isPrinted: boolean };

/** 石渡大桥的进展: what happened, in the order of time; null for another question, no claims where nothing tells. */
export async function answerTimeline(
  query: Query,
  gather: (question: string) => Promise<Gathered>,
): Promise<Extract | null> {
  const asked = parseTimelineQuestion(query.text, query.askedOn);
  if (!asked) return null;
  const { evidence, notes } = await gather(asked.about);
  const least = (evidence[0]?.score ?? 0) * NEARLY_AS_GOOD;
  const turns = evidence.filter(({ score }) => score >= least).map(dateTurn);
  const chosen = asked.newestOnly ? chooseNewest(turns) : chooseAll(turns);
  if (!chosen.length) return { claims: [], notes: [] };
  const words = nameWords(asked.about);
  return {
    claims: chosen.map((turn) => tellTurn(turn, words)),
    notes: [
      ...notes,
      asked.newestOnly ? wording.newestTurns() : wording.orderOfTime(),
      ...(chosen.some(({ when }) => when === null) ? [wording.undatedLast()] : []),
    ],
  };
}

function dateTurn(evidence: Evidence): Turn {
  const { article, text } = evidence;
  const times = findTimes(text, article.issueDate ?? ANY_DAY, { in: 'article' });
  const told = times.find((time) => isTold(time) && (article.issueDate !== null || !time.relative));
  if (told) return { evidence, when: { from: told.from, to: told.to }, isPrinted: false };
  const day = article.issueDate;
  return { evidence, when: day === null ? null : { from: day, to: day }, isPrinted: true };
}

const isTold = ({ from, to }: DateRange): boolean =>
  from !== OPEN_FROM && to !== OPEN_TO && (Date.parse(to) - Date.parse(from)) / 86_400_000 <= LONGEST;

/** Those that tell their day by themselves before those that do not, the surest of them, in the order of time. */
function chooseAll(turns: readonly Turn[]): Turn[] {
  const told = turns.filter(({ isPrinted }) => !isPrinted);
  const chosen = choose([...told, ...turns.filter(({ isPrinted }) => isPrinted)], MOST.all, told.length >= 3);
  return chosen.sort(
    (one, other) =>
      Number(one.when === null) - Number(other.when === null) ||
      (one.when?.from ?? '').localeCompare(other.when?.from ?? '') ||
      one.evidence.span.start - other.evidence.span.start,
  );
}

/** What the latest issues say, the newest first. */
function chooseNewest(turns: readonly Turn[]): Turn[] {
  const printed = ({ evidence }: Turn) => evidence.article.issueDate ?? '';
  const latest = [...turns].sort((one, other) => printed(other).localeCompare(printed(one)));
  return choose(latest, MOST.newest, false);
}

/** Each thing once: what a reprint or a background paragraph repeats is left out. */
function choose(turns: readonly Turn[], most: number, toldOnly: boolean): Turn[] {
  const articles = new Set(turns.map(({ evidence }) => evidence.article.articleId));
  const mostOfArticle = articles.size > 1 ? MOST_OF_ARTICLE : most;
  const chosen: Turn[] = [];
  for (const turn of turns) {
    const { article, text } = turn.evidence;
    const others = chosen.map(({ evidence }) => evidence);
    if (chosen.length >= most || (toldOnly && turn.isPrinted)) break;
    if (others.filter((one) => one.article.articleId === article.articleId).length >= mostOfArticle) continue;
    if (
      addsMeaning(
        text,
        others.map((one) => one.text),
      )
    )
      chosen.push(turn);
  }
  return chosen;
}

function tellTurn({ evidence, when, isPrinted }: Turn, words: readonly string[]): Claim {
  const { article, span } = evidence;
  const { start, end } = cutClauses(article.body, span, words, LENGTH);
  const text = wording.formatEvent(when, isPrinted) + article.body.slice(start, end);
  return { text, quotes: [{ article, start, end }] };
}
