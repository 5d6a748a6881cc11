import type { IngestOptions } from '../../domain/ports.js';
import { parseTypedDay } from '../parse-typed-days.js';

type Given = Pick<IngestOptions, 'newspaper' | 'date' | 'page'>;

const PAGE = /^第?([A-Da-d]?\d{1,3})版$/u;
const NEWSPAPER = /^(?:《([^《》]+)》|(\p{Script=Han}{2,12}报))$/u;

/**
 * What a caption says of a file (太原日报 2023-02-10 4版), as --newspaper, --date and --page do in the terminal; null where
 * a word of it is none of them.
 */
export function parseGivenFacts(caption: string, held: readonly string[], today: string): Given | null {
  const given: Given = {};
  for (const word of caption.split(/[\s，,]+/u).filter(Boolean)) {
    const page = PAGE.exec(word)?.[1];
    const name = NEWSPAPER.exec(word);
    const newspaper = held.find((one) => one === word) ?? name?.[1] ?? name?.[2];
    const date = parseTypedDay(word, today);
    if (page !== undefined) given.page = page.toUpperCase();
    else if (newspaper !== undefined) given.newspaper = newspaper;
    else if (date !== null) given.date = date;
    else return null;
  }
  return given;
}
