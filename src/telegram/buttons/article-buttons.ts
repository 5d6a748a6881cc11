import * as wording from '../../domain/wording/telegram.js';
import type { Button } from './action.js';

/** Opens a whole article; `numbers` are its marks in the message. */
export const wholeArticle = (articleId: string, numbers: string): Button => ({
  text: wording.wholeArticleButton(numbers),
  action: { kind: 'article', articleId, firstMessage: 0 },
});

/** Goes on with an article from its n-th message. */
export const restOfArticle = (articleId: string, firstMessage: number): Button => ({
  text: wording.restOfArticleButton(),
  action: { kind: 'article', articleId, firstMessage },
});
