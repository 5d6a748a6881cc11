/** Without any space. */
export const squeeze = (text: string): string => text.replace(/[\s\u3000]+/gu, '');

/** A text without its first lines, where these only say again what was said above it. */
export function dropRepeated(paragraphs: readonly string[], above: string | null): readonly string[] {
  const wanted = squeeze(above ?? '');
  let said = '';
  for (const [index, line] of paragraphs.entries()) {
    said += squeeze(line);
    if (said === wanted) return paragraphs.slice(index + 1);
    if (!wanted.startsWith(said)) break;
  }
  return paragraphs;
}
