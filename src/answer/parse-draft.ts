/** A sentence as the language model proposes it. Untrusted: the quotes have not been looked up yet. */
export type DraftSentence = { text: string; quotes: { passage: number; quote: string }[] };

/** The model says that the passages do not answer. */
export const NOT_FOUND = 'not found';

/** Far beyond what the prompt asks for; a model that runs wild is cut off here. */
const limits = {
  /** Of the whole reply, thoughts included. */
  characters: 200_000,
  lineLength: 8000,
  lines: 400,
  sentences: 60,
  quotes: 8,
  text: 1000,
  quote: 2000,
};

/**
 * The sentences of a draft (see prompts/answer.md), each as soon as its line is complete. What is not a JSON
 * object with a text is passed over: code fences, prose, a model's thoughts, broken lines. Ends with 'not found' at
 * {"found": false}, and at the limits. Lets through what the stream throws.
 */
export async function* parseDraft(
  stream: AsyncIterable<string>,
): AsyncGenerator<DraftSentence | typeof NOT_FOUND> {
  const objects = new ObjectScanner();
  let sentences = 0;
  for await (const line of readLines(stream)) {
    for (const text of objects.scan(line)) {
      const value = parseObject(text);
      if (value?.found === false) {
        yield NOT_FOUND;
        return;
      }
      const sentence = value && toSentence(value);
      if (!sentence) continue;
      yield sentence;
      if (++sentences >= limits.sentences) return;
    }
  }
}

/**
 * Lines as they become complete, within the limits; of too long a line nothing. One that is a whole object needs no
 * end: a model may think for long before it goes on.
 */
async function* readLines(stream: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let count = 0;
  let characters = 0;
  for await (const piece of stream) {
    characters += piece.length;
    if (characters > limits.characters) return;
    const [start = '', ...starts] = piece.split('\n');
    const lines: string[] = [];
    // Of too long a line no more is kept: to look through all of it at each piece takes minutes where they are short.
    if (rest.length <= limits.lineLength) rest += start;
    for (const next of starts) {
      lines.push(rest);
      rest = next;
    }
    if (piece.includes('}') && rest.length <= limits.lineLength && isWholeObject(rest)) {
      lines.push(rest);
      rest = '';
    }
    for (const line of lines) {
      if (++count > limits.lines) return;
      if (line.length <= limits.lineLength) yield line;
    }
  }
  if (rest.length <= limits.lineLength) yield rest;
}

const isWholeObject = (line: string): boolean => /^\s*\{.*\}\s*$/.test(line) && parseObject(line) !== null;

/**
 * Finds the outermost {…} in lines, also where one goes over several lines, as models like to lay them out,
 * or several stand in one. Thoughts between <think> and </think> are passed over.
 */
class ObjectScanner {
  private open = '';
  private depth = 0;
  private inString = false;
  private thinking = false;

  scan(line: string): string[] {
    const said = this.dropThoughts(line);
    // A raw line break inside a string, or a new sentence inside an object: the object before it is broken.
    if (this.inString || /^[\s[]*\{\s*"(text|found)"/.test(said)) this.reset();
    const objects: string[] = [];
    for (let at = 0; at < said.length; at++) {
      const character = said.charAt(at);
      if (this.depth > 0) this.open += character;
      if (this.inString) {
        if (character === '\\') this.open += said.charAt(++at);
        else if (character === '"') this.inString = false;
      } else if (character === '"') this.inString = this.depth > 0;
      else if (character === '{' && ++this.depth === 1) this.open = '{';
      else if (character === '}' && this.depth > 0 && --this.depth === 0) objects.push(this.open);
    }
    if (this.open.length > limits.lineLength) this.reset();
    return objects;
  }

  private reset(): void {
    this.open = '';
    this.depth = 0;
    this.inString = false;
  }

  private dropThoughts(line: string): string {
    let said = line;
    if (this.thinking) {
      const end = said.indexOf('</think>');
      if (end < 0) return '';
      this.thinking = false;
      said = said.slice(end + '</think>'.length);
    }
    said = said.replace(/<think>.*?<\/think>/g, '');
    const start = /^\s*<think>/.exec(said);
    if (!start) return said;
    this.thinking = true;
    return '';
  }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}

function toSentence(value: Record<string, unknown>): DraftSentence | null {
  const { text } = value;
  if (typeof text !== 'string' || text.trim() === '' || text.length > limits.text) return null;
  const quotes = Array.isArray(value.quotes) ? value.quotes : [value];
  return { text: text.trim(), quotes: quotes.slice(0, limits.quotes).flatMap(toQuote) };
}

/** None where the number or the words are missing; a number may come as "3", "[3]" or "资料3". */
function toQuote(value: unknown): DraftSentence['quotes'] {
  if (typeof value !== 'object' || value === null) return [];
  const { passage, quote } = value as Record<string, unknown>;
  if (typeof quote !== 'string' || quote.trim() === '' || quote.length > limits.quote) return [];
  const number = typeof passage === 'string' ? readNumber(passage) : passage;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1) return [];
  return [{ passage: number, quote }];
}

function readNumber(text: string): number | null {
  const digits = /^\D{0,4}(\d{1,4})\D{0,2}$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}
