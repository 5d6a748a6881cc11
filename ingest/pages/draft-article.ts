import type { ArticleKind } from '../../src/domain/article.js';
import type { Block } from './block.js';

/** An article while the page is being taken apart: which blocks make it up. */
export type DraftArticle = {
  headlines: Block[];
  byline: Block[];
  body: Block[];
  /** Headline-like blocks behind the last body of the page. */
  trailing: Block[];
  /** null: judged later, from the text. */
  kind: ArticleKind | null;
};
