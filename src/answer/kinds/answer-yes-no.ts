import type { Query } from '../../domain/query.js';
import { nearest } from '../../domain/wording/answers.js';
import * as wording from '../../domain/wording/kinds.js';
import { formatSourceLine } from '../../domain/wording/source-line.js';
import { isYesNoQuestion } from '../../query/yes-no-question.js';
import { fold } from '../../text/fold.js';
import { isGenericWord } from '../../text/stop-words.js';
import { tagWords } from '../../text/words.js';
import type { Evidence } from '../evidence/evidence.js';
import type { Gathered } from '../evidence/gather-evidence.js';
import { presence } from '../evidence/presence.js';
import type { Extract } from '../extract.js';
import { cutClauses } from './cut-clauses.js';
import { foldHeadlines } from './find-articles-about.js';
import { keepNaming } from './keep-naming.js';
import { saidOtherwise } from './said-otherwise.js';

/** Characters of the sentence. */
const LENGTH = 80;
/** What a word counts of which most characters are there (建成 in 建设完成). */
const NEARLY_THERE = 0.7;
/** A sentence this good may decide instead of the best one where it is this many days younger. */
const NEARLY_AS_GOOD = 0.85;
const YOUNGER = 30;
const SAYS_WHEN = /^[td]/u;
const SAYS = /^(?:v(?!n)|a(?!n)|l|i)/u;

/**
 * 石渡大桥通车了吗: the sentence that decides it, which holds what is asked whether; null for another question, no
 * claims where no sentence does. A 是 or 否 of our own would be a claim that no quote can be checked against.
 */
export async function answerYesNo(
  query: Query,
  gather: (question: string) => Promise<Gathered>,
): Promise<Extract | null> {
  if (!isYesNoQuestion(query.text)) return null;
  const { evidence, notes } = await gather(query.text);
  const [best] = evidence;
  if (!best) return { claims: [], notes: [] };
  const { asked, subject } = takeApart(query);
  const chosen = chooseLatest(findDeciding(keepNaming(evidence, subject, 1), asked));
  if (!chosen) return { claims: [], notes: [nearest(formatSourceLine(best.article))] };
  const { article, span } = chosen;
  const { start, end } = cutClauses(article.body, span, query.keywords, LENGTH);
  const text = wording.reported(article.body.slice(start, end));
  return { claims: [{ text, quotes: [{ article, start, end }] }], notes };
}

/** A text holds what is asked whether: its last word and half of all of them, as they are or said otherwise. */
function isDecidedBy(folded: string, asked: readonly string[]): boolean {
  const isSaid = (word: string) => saidOtherwise(word).some((one) => presence(folded, one) >= NEARLY_THERE);
  return isSaid(asked.at(-1) ?? '') && asked.filter(isSaid).length >= asked.length / 2;
}

/** What a sentence says by itself comes before what it says under its headline. */
function findDeciding(evidence: readonly Evidence[], asked: readonly string[]): Evidence[] {
  const alone = evidence.filter(({ text }) => isDecidedBy(fold(text), asked));
  if (alone.length) return alone;
  return evidence.filter(({ article, text }) =>
    isDecidedBy(`${foldHeadlines(article)}\n${fold(text)}`, asked),
  );
}

/** The best one, or a later one nearly as good: what was still closed may be open by now. */
function chooseLatest(deciding: readonly Evidence[]): Evidence | undefined {
  const [best] = deciding;
  const day = best?.article.issueDate;
  if (!best || !day) return best;
  const isYounger = ({ article: { issueDate }, score }: Evidence) =>
    score >= best.score * NEARLY_AS_GOOD &&
    issueDate !== null &&
    (Date.parse(issueDate) - Date.parse(day)) / 86_400_000 >= YOUNGER;
  return deciding.find(isYounger) ?? best;
}

/**
 * The verbs and adjectives that are asked about, else the last word; the rest names what it is asked of. Single
 * characters stand in many other words.
 */
function takeApart({ text, keywords }: Query): { asked: string[]; subject: string[] } {
  const tags = new Map(tagWords(text).map(({ word, tag }) => [word, tag]));
  const long = keywords.filter((word) => word.length > 1);
  const words = long.length ? long : keywords;
  const saying = words.filter((word) => SAYS.test(tags.get(word) ?? ''));
  const asked = saying.length ? saying : words.slice(-1);
  const isName = (word: string) => !isGenericWord(word) && !SAYS_WHEN.test(tags.get(word) ?? '');
  return { asked, subject: long.filter((word) => !asked.includes(word) && isName(word)) };
}
