import { UsageError } from '../../domain/errors.js';
import { articleNotFound, missingArticleIds } from '../../domain/wording/cli.js';
import type { CommandCall } from '../command.js';
import { printArticle } from '../print-article.js';
import { toArticleRecord } from '../records.js';
import { withApp } from '../with-app.js';

export async function show(call: CommandCall): Promise<number> {
  const { options, output, positionals: articleIds } = call;
  if (articleIds.length === 0) throw new UsageError(missingArticleIds());
  return withApp(call, 'archive', async ({ archive }) => {
    const articles = await archive.loadArticles(articleIds);
    const known = new Set(articles.map(({ articleId }) => articleId));
    for (const [index, article] of articles.entries()) {
      if (options.json) await output.print(JSON.stringify(toArticleRecord(article)));
      else {
        if (index > 0) await output.print('');
        await printArticle(article, output);
      }
    }
    const unknown = articleIds.filter((articleId) => !known.has(articleId));
    for (const articleId of unknown) output.notice(articleNotFound(articleId));
    return 0;
  });
}
