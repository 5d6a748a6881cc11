import { parseChineseNumber } from '../../src/text/numbers.js';

/** What a printed （下转第2版） or （上接第1版《…》） says. */
export type Marker = {
  /** on: the article goes on elsewhere (下转); from: it began elsewhere (上接, 紧接). */
  direction: 'on' | 'from';
  /** 2, A2: digits without leading zeros, the section's letter in upper case. */
  page: string;
  /** The circled number that tells several continuations of one page apart: 下转第2版①. */
  label: string | null;
  headline: string | null;
};

const VERB = '(?<on>下\\s*[转接]|紧\\s*转)|(?<from>[上紧]\\s*接)';
/** 转2版 and 接1版 say so only in brackets. */
const BRACKETED_VERB = '(?<shortOn>转)|(?<shortFrom>接)';
const PAGE = '(?:自|至|到)?\\s*第?\\s*(?<page>[A-Da-d]?\\s*\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*版';
const TAIL = '\\s*(?<label>[①-⑳])?\\s*(?:[《“](?<headline>[^《》“”]{2,40})[》”])?\\s*';
const SIGN = '[▲▼△▽■□●◆★→]{0,4}';
/** With its bracket a marker may stand anywhere, without one not behind a quotation mark. */
const BRACKETED = `[（(【[]\\s*${SIGN}\\s*(?:${VERB}|${BRACKETED_VERB})\\s*${PAGE}${TAIL}[）)】\\]]`;
const BARE = `(?<![“"‘「『])[（(【[]?${SIGN}(?:${VERB})\\s*${PAGE}${TAIL}${SIGN}[）)】\\]]?`;
const PATTERNS = [new RegExp(BRACKETED, 'u'), new RegExp(BARE, 'u')];

/** Characters before and behind 转 or 接 that a marker may take. */
const AROUND = { before: 10, behind: 80 };

/** The first marker in a text, with where it stands; null where there is none. */
export function findMarker(text: string): { start: number; end: number; marker: Marker } | null {
  for (const { index } of text.matchAll(/[转接]/gu)) {
    const from = Math.max(0, index - AROUND.before);
    const near = text.slice(from, index + AROUND.behind);
    for (const pattern of PATTERNS) {
      const found = pattern.exec(near);
      const marker = found && toMarker(found.groups ?? {});
      if (found && marker)
        return { start: from + found.index, end: from + found.index + found[0].length, marker };
    }
  }
  return null;
}

/** The marker that a text consists of; null where it is anything else. */
export function parseMarker(text: string): Marker | null {
  const found = findMarker(text);
  return found && found.start === 0 && found.end === text.length ? found.marker : null;
}

function toMarker(groups: Record<string, string | undefined>): Marker | null {
  const page = normalizePage(groups.page ?? '');
  if (page === null) return null;
  return {
    direction: groups.on || groups.shortOn ? 'on' : 'from',
    page,
    label: groups.label ?? null,
    headline: groups.headline ?? null,
  };
}

/** 02 → 2, a 02 → A2, 三 → 3; null for what is no page. */
function normalizePage(page: string): string | null {
  const printed = /^([A-D]?)\s*0*(\d{1,3})$/u.exec(page.toUpperCase());
  if (printed) return `${printed[1]}${printed[2]}`;
  const number = parseChineseNumber(page);
  return number ? String(number) : null;
}

/** Whether two pages can be the same one; a page that is not known can be any, A2 can be meant by 2. */
export function canBeSamePage(one: string | null, other: string | null): boolean {
  const [first, second] = [one, other].map((page) => page && normalizePage(page));
  if (!first || !second) return true;
  const bare = (page: string) => page.replace(/^[A-D]/u, '');
  const haveSections = first !== bare(first) && second !== bare(second);
  return haveSections ? first === second : bare(first) === bare(second);
}
