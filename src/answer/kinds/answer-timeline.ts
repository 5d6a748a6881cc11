import type { Query } from '../../domain/query.js';
import * as wording from '../../domain/wording/kinds.js';
import { parseTimelineQuestion } from '../../query/timeline-question.js';
import { tagWords } from '../../text/words.js';
import { addsMeaning } from '../adds-meaning.js';
import type { Claim } from '../claim.js';
import type { Gathered } from '../evidence/gather-evidence.js';
import type { Extract } from '../extract.js';
import { dateTurn, type Turn } from './date-turn.js';
import { keepNaming } from './keep-naming.js';
import { nameWords } from './name-words.js';

/** How many turns are told: in all, of the newest alone, and where no day is known. */
const MOST = { all: 8, newest: 3, undated: 5 };
/** Of one article, where several tell. */
const MOST_OF_ARTICLE = 3;
/** A sentence that is less sure than this share of the best one is about something beside. */
const NEARLY_AS_GOOD = 0.3;
/** So many turns that tell their day need no others. */
const ENOUGH = 3;
const ENOUGH_OF_NEWEST = 2;

/** 石渡大桥的进展: what happened, in the order of time; null for another question, no claims where nothing tells. */
export async function answerTimeline(
  query: Query,
  gather: (question: string) => Promise<Gathered>,
): Promise<Extract | null> {
  const asked = parseTimelineQuestion(query.text, query.askedOn);
  if (!asked) return null;
  const { evidence, notes } = await gather(asked.about);
  const words = nameWords(asked.about);
  const least = (evidence[0]?.score ?? 0) * NEARLY_AS_GOOD;
  const sure = evidence.filter(({ score }) => score >= least);
  const naming = keepNaming(sure, words);
  const turns = (naming.length > 1 ? naming : keepNaming(sure, dropVerbs(words))).map((one) =>
    dateTurn(one, words),
  );
  const chosen = asked.newestOnly ? chooseNewest(turns) : chooseAll(turns);
  const isDated = chosen.some(({ when }) => when !== null);
  return {
    claims: chosen.map(tellTurn),
    notes: chosen.length
      ? [
          ...notes,
          ...(isDated ? [asked.newestOnly ? wording.newestTurns() : wording.orderOfTime()] : []),
          ...noteUndated(chosen),
        ]
      : [],
  };
}

function noteUndated(turns: readonly Turn[]): string[] {
  const undated = turns.filter(({ when }) => when === null).length;
  if (!undated || turns.length === 1) return [];
  return [undated < turns.length ? wording.undatedLast() : wording.allUndated()];
}

/** What is done to a thing can be said in many ways: 改造, 转型. */
const dropVerbs = (words: readonly string[]): string[] => {
  const names = words.filter((word) => !tagWords(word).every(({ tag }) => tag.startsWith('v')));
  return names.length ? names : [...words];
};

/** The surest ones in the order of time. */
function chooseAll(turns: readonly Turn[]): Turn[] {
  const isUndated = turns.every(({ when }) => when === null);
  return choose(preferTold(turns), isUndated ? MOST.undated : MOST.all).sort(
    (one, other) =>
      Number(one.when === null) - Number(other.when === null) ||
      (one.when?.from ?? '').localeCompare(other.when?.from ?? '') ||
      one.evidence.span.start - other.evidence.span.start,
  );
}

/** The newest first. */
function chooseNewest(turns: readonly Turn[]): Turn[] {
  const told = turns.filter(({ isPrinted }) => !isPrinted);
  const latest = [...(told.length >= ENOUGH_OF_NEWEST ? told : turns)].sort((one, other) =>
    (other.when?.from ?? '').localeCompare(one.when?.from ?? ''),
  );
  return choose(latest, MOST.newest);
}

/** Those that tell their day by themselves come first; where there are enough of them, alone. */
function preferTold(turns: readonly Turn[]): Turn[] {
  const told = turns.filter(({ isPrinted }) => !isPrinted);
  return told.length >= ENOUGH ? told : [...told, ...turns.filter(({ isPrinted }) => isPrinted)];
}

/** Each thing once: what a reprint or a background paragraph repeats is left out. */
function choose(turns: readonly Turn[], most: number): Turn[] {
  const articles = new Set(turns.map(({ evidence }) => evidence.article.articleId));
  const mostOfArticle = articles.size > 1 ? MOST_OF_ARTICLE : most;
  const chosen: Turn[] = [];
  for (const turn of turns) {
    if (chosen.length >= most) break;
    const { article, text } = turn.evidence;
    const others = chosen.map(({ evidence }) => evidence);
    const ofArticle = others.filter((one) => one.article.articleId === article.articleId).length;
    const says = addsMeaning(
      text,
      others.map((one) => one.text),
    );
    if (ofArticle < mostOfArticle && says) chosen.push(turn);
  }
  return chosen;
}

function tellTurn({ evidence: { article }, span: { start, end }, when, isPrinted }: Turn): Claim {
  const text = wording.formatEvent(when, isPrinted) + article.body.slice(start, end);
  return { text, quotes: [{ article, start, end }] };
}
