import { readNumber } from './printed-day.js';

/** A printed page as it is stored: 04 → 4, 四 → 4; a section's page is printed with its zero: a06 → A06. */
export function formatPage(page: string): string;
export function formatPage(page: string | null | undefined): string | null;
export function formatPage(page: string | null | undefined): string | null {
  if (!page) return null;
  if (/^\p{Script=Han}/u.test(page)) return String(readNumber(page));
  return page
    .trim()
    .toUpperCase()
    .replace(/^0+(?=\d)/u, '');
}
