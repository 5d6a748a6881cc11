import { foldForComparing } from './fold.js';

/** How many characters of a text count when it is compared: no marks, no white space. */
export const countCompared = (text: string): number => foldForComparing(text).text.length;

/** Whether two texts say the same words, whatever their marks, their width and their written forms. */
export const isSameCompared = (one: string, other: string): boolean =>
  foldForComparing(one).text === foldForComparing(other).text;
