import { parseDay } from '../../../src/text/calendar.js';
import { isFurniture } from '../../pages/text/furniture-line.js';
import { foldName, isFieldName } from '../records/field-names.js';
import type { GivenRecord } from '../records/read-record.js';
import { stripLine } from './strip-markup.js';

/** An article of a Markdown text: its heading, what the lines under it say of it, and its text, still with mark-up. */
export type MarkdownArticle = { heading: string | null; record: GivenRecord; text: string };

const HEADING = /^ {0,3}(#{1,6})\s+(\S.*)$/u;
/** 标题 with a line of === or --- under it. */
const UNDERLINED = /^(?=\S)([^\r\n]{1,120})\r?\n {0,3}(={3,}|-{3,})[ \t]*$/gmu;
const FENCED = /^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1/gmu;
const PAGE = /^第?\s*([A-Da-d]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版\s*(?:[(（].*[)）])?$/u;
const LABELLED = /^([^\s:：]{2,8})\s*[:：]\s*(.*)$/u;
/** Author, date, page, column and the like. */
const MOST_HEADER_LINES = 8;
const LONGEST_HEADER_LINE = 60;

/**
 * Cuts a text where its articles begin: at its uppermost headings if there are several, else below the only one, which may be
 * the masthead of the next ones; `masthead` holds the lines above them that tell of the issue. `isTitled`: the text has a headline of its own, so that its headings are crossheads.
 */
export function splitArticles(
  markdown: string,
  isTitled: boolean,
): { masthead: string; articles: MarkdownArticle[] } {
  const lines = markAtx(markdown).split(/\r\n|[\r\n]/u);
  if (isTitled) return { masthead: '', articles: [{ heading: null, ...splitHeader(lines) }] };
  const headings = lines.flatMap((line, index) => {
    const [, marks, words] = HEADING.exec(line) ?? [];
    return marks && words ? [{ index, level: marks.length, words: stripLine(words) }] : [];
  });
  const tops = findTops(headings);
  const [first] = tops;
  if (!first) return { masthead: '', articles: [{ heading: null, record: {}, text: lines.join('\n') }] };
  const before = lines
    .slice(0, first.index)
    .filter((line) => !isFurniture(stripLine(line)) && !HEADING.test(line));
  const masthead = lines.slice(0, first.index).map(stripLine).filter(isFurniture).join('\n');
  const opening = { heading: null, record: {}, text: before.join('\n') };
  const articles = tops.map(({ index, words }, number) => ({
    heading: words,
    ...splitHeader(lines.slice(index + 1, tops[number + 1]?.index ?? lines.length)),
  }));
  return { masthead, articles: opening.text.trim() ? [opening, ...articles] : articles };
}

type Heading = { index: number; level: number; words: string };

/** Of the uppermost level; one alone that names the newspaper or the day stands over all articles of the next level. */
function findTops(headings: readonly Heading[]): Heading[] {
  const level = Math.min(...headings.map((heading) => heading.level));
  const tops = headings.filter((heading) => heading.level === level);
  const below = headings.filter((heading) => heading.level > level);
  const [only] = tops;
  const isMasthead = tops.length === 1 && only && below.length > 0 && isFurniture(only.words);
  return isMasthead ? findTops(below) : tops;
}

function markAtx(markdown: string): string {
  const unfenced = markdown.replace(FENCED, (block) => block.replace(/^#/gmu, ' #'));
  return unfenced.replace(
    UNDERLINED,
    (_, words: string, rule: string) => `${rule[0] === '=' ? '#' : '##'} ${words}\n`,
  );
}

/** The lines under a heading up to a blank one, where they tell of the article and are not yet its text. */
function splitHeader(lines: readonly string[]): Pick<MarkdownArticle, 'record' | 'text'> {
  const from = lines.findIndex((line) => line.trim());
  const rest = lines.slice(Math.max(from, 0));
  const blank = rest.findIndex((line) => !line.trim());
  const header = rest.slice(0, blank < 0 ? rest.length : blank).map(stripLine);
  const record = header.length <= MOST_HEADER_LINES ? readHeader(header) : null;
  return record
    ? { record, text: rest.slice(header.length).join('\n') }
    : { record: {}, text: lines.join('\n') };
}

/** Null where a line is text, or none says what is certain. */
function readHeader(lines: readonly string[]): GivenRecord | null {
  const record: Record<string, string> = {};
  const others: string[] = [];
  for (const line of lines) {
    const page = PAGE.exec(line)?.[1];
    const day = parseDay(line.split(' ')[0] ?? '');
    const [, name = '', value = ''] = LABELLED.exec(line) ?? [];
    if (page) record.page = `${page}版`;
    else if (day) record.date = day;
    else if (isFieldName(foldName(name))) record[name] = value;
    else others.push(line);
  }
  const isText = others.some((line) => line.length > LONGEST_HEADER_LINE || /[。！？]/u.test(line));
  if (isText || others.length > 1 || Object.keys(record).length === 0) return null;
  return others[0] ? { byline: others[0], ...record } : record;
}
