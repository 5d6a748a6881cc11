/** Text of an article that has no page layout: line ends made one, layout spaces and invisible characters dropped. */
export function cleanBody(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/\p{Cf}|(?![\t\n])\p{Cc}/gu, '')
    .replace(/[ \t\u00a0\u3000]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}
