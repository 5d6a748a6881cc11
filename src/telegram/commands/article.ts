import * as wording from '../../domain/wording/telegram.js';
import { sendArticle } from '../send-article.js';
import type { Turn } from '../turn.js';

/** The whole article of an id. */
export async function article(turn: Turn): Promise<void> {
  const articleId = turn.argument.trim();
  if (articleId === '') return turn.say(wording.articleIdMissing());
  await sendArticle(turn, articleId, 0);
}
