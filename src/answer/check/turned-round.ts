/** Words that take back what follows them in their clause. */
const NEGATION =
  /(?:尚未|从未|并未|没有|还没|未曾|并非|不再|不能|不得|不准|不许|不可|禁止|严禁|谢绝|拒绝|取消|停止|暂停|叫停|否认|避免|防止|[未没不无非勿])/gu;
/** Words with such a character that take nothing back. */
const NO_NEGATION =
  /不断|不仅|不但|不少|不同|不过|不锈|不动产|不久|不只|不管|不论|不足|不到|不超过|不低于|不高于|不多于|不满|无人机|无线|无锡|无障碍|无论|无疑|无偿|未来|非常|非遗|非物质|非洲|不已|不光|不愧|不时|不惜|不妨|不一|不止|不懈|未成年|无党派|非凡/gu;
/** What follows in the clause is meant, not done. */
const PLAN = /计划|拟(?!定)|预计|有望|力争|争取|打算|或将|可能|考虑|建议|呼吁|目标/gu;
/** The sentence still says that it lies ahead. */
const STILL_AHEAD = /计划|拟|预计|有望|力争|争取|打算|将|可能|考虑|建议|呼吁|目标|要/u;
/** Left out, these make more of what they stand before. */
const QUALIFIER = /副|基本(?!上?[法药])|大部分|部分|原则上|初步|暂时|疑似|涉嫌|或许|大多|几乎/gu;
const DISCLAIMER = /不实|谣言|谣传|虚假|误传|辟谣|并非事实|子虚乌有|假消息/u;
const CLAUSE = /[^，。；：！？!?,;:\n]+/gu;

type Fault = 'qualifier' | 'negation' | 'plan' | 'disclaimer' | 'order';

/**
 * What a folded sentence turns round in its folded quotes; null where it leaves all as it is. `sentences` are the whole
 * sentences that the quotes are of. Values are blank in `said` and `quoted`.
 */
export function findTurned(said: string, quoted: string, sentences: string): Fault | null {
  if (DISCLAIMER.test(sentences) && !DISCLAIMER.test(said)) return 'disclaimer';
  if (turnsNegation(said, quoted)) return 'negation';
  if (leavesOut(said, quoted, QUALIFIER)) return 'qualifier';
  if (!STILL_AHEAD.test(said) && losesScope(said, quoted, PLAN)) return 'plan';
  return turnsOrder(said, quoted) ? 'order' : null;
}

function turnsNegation(said: string, quoted: string): boolean {
  const own = hideLookalikes(said);
  const evidence = hideLookalikes(quoted);
  if (losesScope(own, evidence, NEGATION, true)) return true;
  // The other way round: what is denied here must be denied there.
  const denied = scopesOf(own, NEGATION);
  if (!denied.length) return false;
  const deniedThere = new Set(scopesOf(evidence, NEGATION).flatMap(pairsOf));
  return denied.some(
    (scope) => pairsOf(scope).length > 0 && !pairsOf(scope.slice(0, 6)).some((p) => deniedThere.has(p)),
  );
}

const hideLookalikes = (text: string): string => text.replace(NO_NEGATION, (word) => '○'.repeat(word.length));

/** Whether the sentence says plainly what stands in its quotes only behind such a word. */
function losesScope(said: string, quoted: string, words: RegExp, isNegation = false): boolean {
  const scopes = scopesOf(quoted, words);
  if (!scopes.length) return false;
  const plainThere = new Set(pairsOf(outsideOf(quoted, words)));
  const only = scopes.map((scope) =>
    pairsOf(isNegation ? scope.slice(0, 6) : scope).filter((p) => !plainThere.has(p)),
  );
  const plainHere = new Set(pairsOf(outsideOf(said, words)));
  if (only.some((pairs) => pairs.some((pair) => plainHere.has(pair)))) return true;
  return isNegation && leavesOut(said, quoted, words);
}

/** Whether a sentence joins what stands on both sides of such a word in its quotes: 终点变 of 终点不变. */
const leavesOut = (said: string, quoted: string, words: RegExp): boolean =>
  joins(quoted, words).some((joined) => said.includes(joined) && !quoted.includes(joined));

/** The rest of the clause behind each such word. */
function scopesOf(text: string, words: RegExp): string[] {
  return [...text.matchAll(CLAUSE)].flatMap(([clause]) => {
    const first = clause.search(new RegExp(words.source, 'u'));
    return first < 0 ? [] : [clause.slice(first).replace(words, '')];
  });
}

const outsideOf = (text: string, words: RegExp): string =>
  text.replace(CLAUSE, (clause) => {
    const first = clause.search(new RegExp(words.source, 'u'));
    return first < 0 ? clause : clause.slice(0, first);
  });

/** 终点不变 → 终点变: the characters on both sides of the word, joined. */
function joins(text: string, words: RegExp): string[] {
  return [...text.matchAll(words)].flatMap(({ 0: word, index }) => {
    const before = text.slice(Math.max(0, index - 2), index);
    const behind = text.slice(index + word.length, index + word.length + 2);
    const joined =
      /^\p{Script=Han}+$/u.test(before + behind.charAt(0)) && before ? before + behind.charAt(0) : null;
    return joined ? [joined] : [];
  });
}

/** 由甲改为乙 and 甲比乙多: the two may not change places. */
function turnsOrder(said: string, quoted: string): boolean {
  const change =
    /[由从](\p{Script=Han}{2,12}?)(?:改为|变为|更名为|调整为|迁至|搬到|转为|改成|更换为)(\p{Script=Han}{2})/u.exec(
      said,
    );
  if (change) {
    const from = quoted.indexOf(change[1] ?? '');
    const to = quoted.indexOf(change[2] ?? '');
    if (from < 0 || to < 0 || to < from) return true;
  }
  const compared = /比(\p{Script=Han}{2})/u.exec(said);
  return compared !== null && /比\p{Script=Han}{2}/u.test(quoted) && !quoted.includes(compared[0]);
}

function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let i = 0; i + 2 <= run.length; i++) pairs.push(run.slice(i, i + 2));
  }
  return pairs;
}
