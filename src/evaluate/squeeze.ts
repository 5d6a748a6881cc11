import { fold } from '../text/fold.js';

/** A text as expected wordings are compared with it: folded, without white space and asterisks of emphasis. */
export const squeeze = (text: string | null): string => fold(text ?? '').replace(/[\s*]/g, '');
