import { cleanBody } from '../clean-body.js';
import { cleanValue } from '../records/clean-value.js';

const FENCE = /^\s*(?:```|~~~)/u;
const RULE = /^\s*(?:[-*_]\s*){3,}$/u;
/** [1]: http://… */
const DEFINITION = /^\s*\[[^\]]+\]:\s*\S+/u;
const TABLE_RULE = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$/u;
const IMAGE = /!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/gu;
const LINK = /\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)/gu;
const ADDRESS = /<(?:https?:\/\/|mailto:)[^>\s]*>/giu;
const HEADING_END = /\s+#+\s*$/u;
/** Around whole words only: a*b and file_name are none. */
const EMPHASIS = [
  /(\*{2,3})(?=\S)([^*]*[^*\s])\1/gu,
  /(?<![*\w])(\*)(?=[^\s*])([^*]*[^*\s])\1(?![*\w])/gu,
  /(?<![_\w])(_{1,3})(?=[^\s_])([^_]*[^_\s])\1(?![_\w])/gu,
  /(~~)(?=\S)([^~]*[^~\s])\1/gu,
  /(`+)([^`]+)\1/gu,
];
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!|>~])/gu;
const ITEM = /^\s*[-*+]\s+(?=\S)/u;
const QUOTED = /^\s*(?:>\s?)+/u;
/** A line shorter than this is no print line that goes on below. */
const WRAPPED = 20;
const ENDS = /[。！？；：…”’）)」』—]$/u;

/**
 * The lines of a Markdown text as they would be printed: no mark-up, addresses or pictures, list items and quotations
 * without their signs. Lines that only wrap are put together.
 */
export function stripMarkup(markdown: string): string[] {
  const lines: string[] = [];
  let mayGoOn = false;
  for (const raw of cleanValue(markdown).split(/\r\n|[\r\n]/u)) {
    const text =
      FENCE.test(raw) || RULE.test(raw) || DEFINITION.test(raw) || TABLE_RULE.test(raw) ? '' : stripLine(raw);
    const isApart = /^\s*(?:#|>|\||[-*+] |\d+[.)] )|^(?: {2}|\t|\u3000)/u.test(raw);
    const last = lines.at(-1);
    if (text && mayGoOn && !isApart && last) lines[lines.length - 1] = joinWrapped(last, text);
    else if (text) lines.push(text);
    const ends = text === '' || ENDS.test(text) || / {2}$/u.test(raw) || /^\s*[#|]/u.test(raw);
    mayGoOn = !ends && text.length >= WRAPPED;
  }
  return lines;
}

/** One line without its mark-up. */
export function stripLine(raw: string): string {
  const bare = raw
    .replace(QUOTED, '')
    .replace(/^\s*#{1,6}(?:\s+|$)/u, '')
    .replace(ITEM, '');
  let text = bare.replace(HEADING_END, '').replace(IMAGE, '').replace(LINK, '$1').replace(ADDRESS, '');
  for (const pattern of EMPHASIS) text = text.replace(pattern, '$2');
  if (/^\s*\|.*\|\s*$/u.test(text)) text = text.split('|').join(' ');
  return cleanBody(text.replace(ESCAPED, '$1'));
}

const joinWrapped = (line: string, next: string): string =>
  line + (/[\dA-Za-z]$/u.test(line) && /^[\dA-Za-z]/u.test(next) ? ' ' : '') + next;
