/**
 * Pieces of text → lines with their 1-based numbers. A line longer than `maxLength` comes as null and is not kept
 * in memory.
 */
export async function* splitLines(
  pieces: AsyncIterable<string>,
  maxLength: number,
): AsyncGenerator<{ number: number; text: string | null }> {
  let open = '';
  let overlong = false;
  let number = 0;
  for await (const piece of pieces) {
    const lines = piece.split('\n');
    for (const [index, line] of lines.entries()) {
      if (index > 0) {
        number++;
        yield { number, text: overlong ? null : open };
        open = '';
        overlong = false;
      }
      if (open.length + line.length > maxLength) {
        overlong = true;
        open = '';
      } else if (!overlong) open += line;
    }
  }
  if (open || overlong) yield { number: number + 1, text: overlong ? null : open };
}
