/** All of Cf and Cc but tab and line end, without a look ahead at each character. */
const INVISIBLE = /\p{Cf}|[^\P{Cc}\t\n]/gu;

/** Of UTF-16 units whether the pattern may take them, 1 for no and 2 for yes, once it was asked; half a character it may. */
const units = new Uint8Array(0x10000).fill(2, 0xd800, 0xe000);

/** Few texts hold any, and asking the pattern at each character takes fifty times as long. */
function dropInvisible(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (units[unit] === 1) continue;
    if (units[unit] === 0) units[unit] = text.charAt(i).replace(INVISIBLE, '') ? 1 : 2;
    if (units[unit] === 2) return text.replace(INVISIBLE, '');
  }
  return text;
}

/** Text of an article that has no page layout: line ends made one, layout spaces and invisible characters dropped. */
export function cleanBody(text: string): string {
  return dropInvisible(text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n'))
    .replace(/[ \t\u00a0\u3000]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}
