import type { CommandCall } from '../command.js';
import { parseLimit } from '../options.js';
import { printHits } from '../print-hits.js';
import { readQuestionSource } from '../question-options.js';
import { toSearchRecord } from '../records.js';
import { runBatch } from '../run-batch.js';
import { withApp } from '../with-app.js';

export async function search(call: CommandCall): Promise<number> {
  const source = readQuestionSource('search', call);
  const limit = parseLimit(call.options.limit);
  const explain = call.options.explain ?? false;
  return withApp(call, 'search', async ({ service }) => {
    if ('batch' in source)
      return runBatch(source.batch, source.defaults, call, async (question, id) =>
        toSearchRecord(await service.search(question, limit), id, explain),
      );
    const found = await service.search(source.question, limit);
    if (call.options.json) await call.output.print(JSON.stringify(toSearchRecord(found, null, explain)));
    else await printHits(found, call.output, explain);
    return 0;
  });
}
