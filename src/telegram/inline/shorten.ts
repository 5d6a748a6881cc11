/** At most `limit` characters on one line; what is cut off is marked with an ellipsis. */
export function shorten(text: string, limit: number): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length <= limit ? characters.join('') : `${characters.slice(0, limit - 1).join('')}…`;
}
