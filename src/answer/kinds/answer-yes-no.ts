import type { Query } from '../../domain/query.js';
import { nearest as wordingOfNearest } from '../../domain/wording/answers.js';
import * as wording from '../../domain/wording/kinds.js';
import { formatSourceLine } from '../../domain/wording/source-line.js';
import { isYesNoQuestion } from '../../query/yes-no-question.js';
import { fold } from '../../text/fold.js';
import { isGenericWord } from '../../text/stop-words.js';
import { tagWords } from '../../text/words.js';
import type { Extract } from '../extract.js';
import type { Gathered } from '../gather-evidence.js';
import { presence } from '../presence.js';
import { cutClauses } from './cut-clauses.js';
import { foldHeadlines } from './find-articles-about.js';
import { keepNaming } from './keep-naming.js';

/** Characters of the sentence. */
const LENGTH = 80;
/** What a word counts of which most characters are there (建成 in 建设完成). */
const NEARLY_THERE = 0.7;
/** Of sentences nearly as good the latest decides: what was still closed may be open by now. */
const NEARLY_AS_GOOD = 0.85;
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
  const words = findDeciding(query);
  const [nearest] = evidence;
  const subject = query.keywords.filter(
    (word) => word.length > 1 && !words.includes(word) && !isGenericWord(word),
  );
  const deciding = keepNaming(evidence, subject).filter(({ article, text }) => {
    const folded = `${foldHeadlines(article)}\n${fold(text)}`;
    return words.filter((word) => presence(folded, word) >= NEARLY_THERE).length > words.length / 2;
  });
  const least = (deciding[0]?.score ?? 0) * NEARLY_AS_GOOD;
  const [latest] = deciding
    .filter(({ score }) => score >= least)
    .sort((one, other) => (other.article.issueDate ?? '').localeCompare(one.article.issueDate ?? ''));
  if (!latest)
    return { claims: [], notes: nearest ? [wordingOfNearest(formatSourceLine(nearest.article))] : [] };
  const { article, span } = latest;
  const { start, end } = cutClauses(article.body, span, query.keywords, LENGTH);
  const text = wording.reported(article.body.slice(start, end));
  return { claims: [{ text, quotes: [{ article, start, end }] }], notes };
}

/** The verbs and adjectives that are asked about, else the last word; single characters stand in many other words. */
function findDeciding({ text, keywords }: Query): string[] {
  const tags = new Map(tagWords(text).map(({ word, tag }) => [word, tag]));
  const long = keywords.filter((word) => word.length > 1);
  const words = long.length ? long : keywords;
  const saying = words.filter((word) => SAYS.test(tags.get(word) ?? ''));
  return saying.length ? saying : words.slice(-1);
}
