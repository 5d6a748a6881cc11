import type { Article } from '../domain/article.js';

/** A place in an article: `article.body.slice(start, end)` is the quote. */
export type Quote = { article: Article; start: number; end: number };

/** A sentence to be shown, with the quotes that it stands on: checked, before it becomes part of an answer. */
export type Claim = { text: string; quotes: Quote[] };
