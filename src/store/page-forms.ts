/** How a page may stand in the archive, in capitals: 4, 04 and 004 for 04 or 第4版, A4, A04 and A004 for a4. */
export function pageForms(given: string): string[] {
  const page = given
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/^第|版$/gu, '');
  const [, section = '', number = ''] = /^(\D*)(.*)$/su.exec(page) ?? [];
  const bare = number.replace(/^0+(?=\d)/u, '');
  return [bare, `0${bare}`, `00${bare}`].map((form) => section + form);
}
