/** All of Cf and Cc but tab and line end, without a look ahead at each character. */
const INVISIBLE = /\p{Cf}|[^\P{Cc}\t\n]/gu;

/** Text of an article that has no page layout: line ends made one, layout spaces and invisible characters dropped. */
export function cleanBody(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(INVISIBLE, '')
    .replace(/[ \t\u00a0\u3000]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}
