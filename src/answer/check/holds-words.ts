import { overlaps } from '../../text/span.js';
import { type FoundWord, findWords } from './find-names.js';
import { PLAIN_WORDS, synonymsOf } from './plain-words.js';
import type { Value } from './value.js';

/** Words that make a statement out of the one behind them: 最大 must stand there as 最大, 全部贯通 as 全部贯通. */
const WITH_NEXT =
  /(?:全部|所有|唯一|首次|[最首各每仅只])\p{Script=Han}|[副原前代](?:\p{Script=Han}{0,3}长|书记|主席|主任|总理|总统)/gu;
/** Characters that make one word of another: 住建局, 参与者. */
const AFFIX = /[局县市区镇村院会部长者员率额量数类年月日人车路线站桥楼厂店化性式型级制新老大小总副各全该本]/u;
/** How far apart the characters of a shortened word may stand: 建…桥 for 建桥. */
const SHORTENED_WITHIN = 7;

/**
 * The first word of a folded sentence that says something its evidence does not: null where every word stands there,
 * has a synonym there, is shortened from there or states nothing. `said` are the quotes, `around` what stands above them.
 * The `values` are checked by themselves.
 */
export function findStrangeWord(
  folded: string,
  values: readonly Value[],
  said: string,
  around: string,
): string | null {
  const all = `${said}\n${around}`;
  const words = findWords(folded).filter((word) => !values.some((value) => overlaps(word, value)));
  const strange = words.find((word) => !isHeld(word, said, all))?.word;
  const misplaced = folded.match(WITH_NEXT)?.find((words) => !all.includes(words));
  return strange ?? misplaced ?? null;
}

function isHeld({ word, tag }: FoundWord, said: string, all: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(word) || all.includes(word)) return true;
  if (/^(?:nr|ns|nt|nz)/u.test(tag) || /[^\p{Script=Han}]/u.test(word)) return false;
  if (PLAIN_WORDS.has(word) || synonymsOf(word).some((other) => said.includes(other))) return true;
  return isComposed(word, all) || (tag.startsWith('v') && isShortened(word, said));
}

/** 通车仪式 from 通车 and 仪式. */
function isComposed(word: string, all: string): boolean {
  if (word.length < 3) return false;
  for (let cut = 1; cut < word.length; cut++) {
    const parts = [word.slice(0, cut), word.slice(cut)];
    const isThere = (part: string) =>
      part.length === 1
        ? PLAIN_WORDS.has(part) || (AFFIX.test(part) && all.includes(part))
        : all.includes(part) || isComposed(part, all);
    if (parts.every(isThere)) return true;
  }
  return false;
}

function isShortened(word: string, said: string): boolean {
  const [first, last, ...more] = word;
  if (!first || !last || more.length) return false;
  for (let at = said.indexOf(first); at >= 0; at = said.indexOf(first, at + 1)) {
    const within = said.slice(at + 1, at + SHORTENED_WITHIN);
    const clause = /^[^，,。；;、！!？?\n]*/u.exec(within)?.[0] ?? '';
    if (clause.includes(last)) return true;
  }
  return false;
}
