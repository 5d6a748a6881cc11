/** Traditional characters in expressions of time and the simple ones. */
const VARIANTS: Record<string, string> = {
  ...{ 號: '号', 週: '周', 這: '这', 個: '个', 後: '后', 兩: '两', 國: '国', 慶: '庆', 節: '节', 來: '来' },
  ...{ 時: '时', 間: '间', 過: '过', 禮: '礼', 紀: '纪', 勞: '劳', 動: '动', 陽: '阳', 臘: '腊', 農: '农' },
  ...{ 曆: '历', 歷: '历', 會: '会', 擬: '拟', 將: '将', 於: '于', 從: '从', 東: '东', 開: '开' },
};
const FOLDED = new RegExp(`[０-９${Object.keys(VARIANTS).join('')}]`, 'gu');
const FULL_WIDTH = 0xff10 - 0x30;

/** Wide digits and traditional characters made one with what the patterns know, one UTF-16 unit for one. */
export function foldForTimes(text: string): string {
  if (!isFoldedAnywhere(text)) return text;
  return text.replace(
    FOLDED,
    (character) => VARIANTS[character] ?? String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH),
  );
}

const folded = new Uint8Array(0x10000);
for (const character of `０１２３４５６７８９${Object.keys(VARIANTS).join('')}`)
  folded[character.charCodeAt(0)] = 1;

/** Three times as fast as the pattern. */
function isFoldedAnywhere(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (folded[text.charCodeAt(i)] === 1) return true;
  return false;
}
