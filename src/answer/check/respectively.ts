const WORD = '分别';
const CLAUSE_END = /[，,。；;\n]/u;
const JOINED = /[、和与及]/u;
/** Longer stretches are no list that is dealt out. */
const LONGEST = 80;
/** 两个街道, 两县: what sums up a list stands behind its last item. */
const SUM = /[两二三四五六七八九十\d]+(?:个|家|名|位|座|所)?(?<noun>\p{Script=Han}{0,4})$/u;
/** What is said of all of them, up to the first value: 新增学位. */
const SHARED = /^[^\d一二两三四五六七八九十百]*/u;

/** 甲、乙两镇分别建食堂1个和4个 → 甲镇建食堂1个，乙镇建食堂4个; null where nothing is dealt out so, or not evenly. */
export function spellOutRespectively(folded: string): string | null {
  const at = folded.indexOf(WORD);
  if (at < 0) return null;
  const before =
    folded
      .slice(Math.max(0, at - LONGEST), at)
      .split(CLAUSE_END)
      .at(-1) ?? '';
  const behind = folded.slice(at + WORD.length, at + WORD.length + LONGEST).split(CLAUSE_END)[0] ?? '';
  const noun = SUM.exec(before)?.groups?.noun ?? '';
  const items = before.replace(SUM, '').split(JOINED);
  const shared = SHARED.exec(behind)?.[0] ?? '';
  const dealt = behind.slice(shared.length).split(JOINED);
  if (items.length < 2 || items.length !== dealt.length) return null;
  const spelled = items.map((item, index) => `${item}${noun}${shared}${dealt[index]}`).join('，');
  const start = at - before.length;
  return folded.slice(0, start) + spelled + folded.slice(at + WORD.length + behind.length);
}
