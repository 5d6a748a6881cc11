import { UsageError } from '../../domain/errors.js';
import { emptyArchive, nothingToList, unwantedArgument } from '../../domain/wording/cli.js';
import { formatArticleLine } from '../../domain/wording/cli-article.js';
import type { CommandCall } from '../command.js';
import { escapeControls } from '../escape-controls.js';
import { parseFilter } from '../options.js';
import { toArticleRecord } from '../records.js';
import { withApp } from '../with-app.js';

export async function list(call: CommandCall): Promise<number> {
  const { options, output, positionals, surroundings } = call;
  if (positionals[0] !== undefined) throw new UsageError(unwantedArgument('list', positionals[0]));
  const filter = parseFilter(options);
  return withApp(call, 'archive', async ({ archive }) => {
    let listed = 0;
    for await (const article of archive.listArticles(filter)) {
      surroundings.signal.throwIfAborted();
      listed += 1;
      if (options.json) await output.print(JSON.stringify(toArticleRecord(article)));
      else await output.print(escapeControls(formatArticleLine(article)));
    }
    if (listed === 0)
      output.notice((await archive.coverage()).articles === 0 ? emptyArchive() : nothingToList());
    return 0;
  });
}
