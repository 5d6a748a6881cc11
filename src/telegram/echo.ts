import { defuseText } from './defuse-text.js';
import { shorten } from './inline/shorten.js';

const LONGEST = 100;

/** What a person wrote, as the bot repeats it: one line of it, in which nothing can be tapped and nobody is called. */
export const echo = (text: string): string => defuseText(shorten(text, LONGEST));
