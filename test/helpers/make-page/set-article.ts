import { cutColumns } from './cut-columns.js';
import type { PageLook, SetArticle, Strip, WrittenArticle } from './made-page.js';
import type { Random } from './random.js';
import { wrapLines } from './wrap-lines.js';

const COLUMN_CHANCE = { easy: 0.3, medium: 0.7, hard: 1 };
const LOSS_CHANCE = 0.22;
const SHORT_KINDS = ['notice', 'photo-caption'];

/** Sets an article in lines: its decks, bylines and columns; on a hard page a column may be lost. */
export function setArticle(
  written: WrittenArticle,
  article: number,
  look: PageLook,
  random: Random,
): SetArticle {
  const isShort = SHORT_KINDS.includes(written.kind);
  const length = written.paragraphs.join('').length;
  const loses = look.level === 'hard' && !isShort && length > 300 && random.chance(LOSS_CHANCE);
  const several = !isShort && length > 180 && random.chance(COLUMN_CHANCE[look.level]);
  const count = loses ? 3 : several ? random.integer(2, length > 500 ? 3 : 2) : 1;
  const columns = cutColumns(written.paragraphs, count, isShort, look, random);
  const truncated =
    loses && columns.length === 3 ? random.weigh({ end: 0.5, start: 0.25, middle: 0.25 }) : null;
  const setLines = (role: Strip['role'], lines: string[], tight: boolean): Strip => ({
    article,
    role,
    lines: lines.map((line) => typeset(line, look)),
    tight,
  });
  const { opening, standing, ending, closing } = written.names;
  return {
    written,
    truncated,
    names: [
      ...(truncated === 'start' ? [] : opening),
      ...standing,
      ...(truncated === 'end' ? [] : [...ending, ...closing]),
    ],
    label: written.column ? { ...setLines('furniture', [written.column], false), article: null } : null,
    head: setHead(written, look, random).map(({ role, lines }) => setLines(role, lines, true)),
    standing: written.standing.length > 0 ? setLines('standing', written.standing, true) : null,
    columns: keepColumns(columns, truncated).map((lines) => setLines('body', lines, false)),
    closing:
      written.closing.length > 0 && truncated !== 'end' ? setLines('closing', written.closing, true) : null,
  };
}

function keepColumns(columns: string[][], truncated: SetArticle['truncated']): string[][] {
  const lost = { start: 0, middle: 1, end: 2 };
  return truncated ? columns.filter((_, at) => at !== lost[truncated]) : columns;
}

function setHead(written: WrittenArticle, look: PageLook, random: Random): Pick<Strip, 'role' | 'lines'>[] {
  const { kicker, headline, subheadline } = written;
  const bold = look.markdown && random.chance(0.4);
  const mark = (lines: string[]) => (bold ? lines.map((line) => `**${line}**`) : lines);
  const decks: Pick<Strip, 'role' | 'lines'>[] = [];
  if (headline) decks.push({ role: 'headline', lines: mark(setHeadline(headline, look, random)) });
  if (kicker) {
    const deck = { role: 'kicker' as const, lines: [kicker] };
    if (look.level !== 'easy' && random.chance(0.25)) decks.push(deck);
    else decks.unshift(deck);
  }
  const dash = subheadline?.startsWith('—') || random.chance(0.5) ? '' : '——';
  if (subheadline) decks.push({ role: 'subheadline', lines: [`${dash}${subheadline}`] });
  return decks;
}

/** One line, or two with the break in mid-word, or its characters twice as the shadow of a display face gives. */
function setHeadline(headline: string, look: PageLook, random: Random): string[] {
  if (look.level === 'easy') return [headline];
  if (headline.length <= 14 && random.chance(0.06)) return [headline + headline];
  const wraps = random.chance(look.style === 'hard-wrapped' ? 0.5 : 0.2);
  const width = Math.ceil(headline.length / 2) + random.integer(0, 3);
  return wraps && headline.length > 12 ? wrapLines(headline, width, 0) : [headline];
}

const HALF_WIDTH: Record<string, string> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
  '！': '!',
  '？': '?',
};

const typeset = (line: string, look: PageLook) =>
  look.halfWidth ? line.replace(/[，：；（）！？]/gu, (mark) => HALF_WIDTH[mark] ?? mark) : line;
