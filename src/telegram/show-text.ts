import { defuseText } from './defuse-text.js';
import { escapeHtml } from './escape-html.js';

/** Text of articles, models and questions → HTML that shows it and does nothing. */
export const showText = (text: string): string => escapeHtml(defuseText(text));
