const RESPECTIVELY =
  /(?<list>[^，,。；;\n]*?[^，,。；;、\n](?:[、和与及][^，,。；;、和与及\n]+)+?)分别(?<verb>[^\d，,。；;、一二两三四五六七八九十百]*)(?<values>[^，,。；;\n]+)/u;
/** 两个街道, 两县: what sums up a list stands behind its last item. */
const SUM = /[两二三四五六七八九十\d]+(?:个|家|名|位|座|所)?(?<noun>\p{Script=Han}{0,4})$/u;

/** 甲、乙两镇分别建食堂1个和4个 → 甲镇建食堂1个，乙镇建食堂4个; null where nothing is dealt out so, or not evenly. */
export function spellOutRespectively(folded: string): string | null {
  const found = RESPECTIVELY.exec(folded);
  if (!found?.groups) return null;
  const { list = '', verb = '', values = '' } = found.groups;
  const noun = SUM.exec(list)?.groups?.noun ?? '';
  const items = list.replace(SUM, '').split(/[、和与及]/u);
  const dealt = values.split(/[、和与及]/u);
  if (items.length < 2 || items.length !== dealt.length) return null;
  const spelled = items.map((item, index) => `${item}${noun}${verb}${dealt[index]}`).join('，');
  return folded.slice(0, found.index) + spelled + folded.slice(found.index + found[0].length);
}
