import { addDays } from '../calendar.js';
import { monthsRange } from './day-ranges.js';
import type { Standing } from './part-of-year.js';
import { matchAt, type PartOfYear } from './reading.js';

const CONFERENCE = /(?:(全国)|[省市县])?[“"]?两会[”"]?(?:的?(期间|时间))?(?!一节)/uy;

/** 全国两会 is held in the first half of March; those of provinces and cities between January and March. */
export function readConference(text: string, at: number, standing: Standing): PartOfYear | null {
  const parts = matchAt(CONFERENCE, text, at);
  if (!parts || (standing === 'article' && !parts[2])) return null;
  return {
    end: at + parts[0].length,
    grain: 'festival',
    build: (year) => {
      const first = `${year}-03-01`;
      return parts[1] ? { from: first, to: addDays(first, 14) } : monthsRange(year, 1, 3);
    },
  };
}
