// Where running text was cut, as its own marks tell.

const SENTENCE_END = /[。！？!?；;：:…][”’"』」）)】》]*$/u;
const CLOSING_MARK_FIRST = /^[，。、；：！？,;:!?”’』」）)】》%％]/u;

/** True for a text that ends without the mark of a sentence's end. */
export const endsOpen = (text: string): boolean => !SENTENCE_END.test(text);

/** True for a text that cannot be the beginning of anything: it opens with a mark that closes. */
export const beginsInside = (text: string): boolean => CLOSING_MARK_FIRST.test(text) || closesForeign(text);

/** How many quotations stand open at the end of a text. */
export function countOpenQuotes(text: string): number {
  let open = 0;
  for (const mark of text.match(/[“”]/gu) ?? []) open = mark === '“' ? open + 1 : Math.max(0, open - 1);
  return open;
}

/** True for a text that closes a quotation which it has not opened. */
export function closesForeign(text: string): boolean {
  const first = text.search(/[“”]/u);
  return first >= 0 && text[first] === '”';
}
