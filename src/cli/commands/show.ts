import { UsageError } from '../../domain/errors.js';
import { articleNotFound, missingArticleIds } from '../../domain/wording/cli.js';
import type { Command } from '../command.js';
import { printArticle } from '../print-article.js';
import { toArticleRecord } from '../records.js';
import { withApp } from '../with-app.js';

export const show: Command = {
  name: 'show',
  options: ['json', 'data', 'help'],
  run: async (call) => {
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
  },
};
