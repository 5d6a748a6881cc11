import type { Command } from '../command.js';
import { parseLimit } from '../options.js';
import { printHits } from '../print-hits.js';
import { readQuestionSource } from '../question-options.js';
import { toSearchRecord } from '../records.js';
import { runBatch } from '../run-batch.js';
import { withApp } from '../with-app.js';

export const search: Command = {
  name: 'search',
  options: ['asked-on', 'newspaper', 'from', 'to', 'place', 'limit', 'json', 'batch', 'data', 'help'],
  run: async (call) => {
    const source = readQuestionSource('search', call);
    const limit = parseLimit(call.options.limit);
    return withApp(call, 'search', async ({ service }) => {
      if ('batch' in source)
        return runBatch(source.batch, source.defaults, call, async (question, id) =>
          toSearchRecord(await service.search(question, limit), id),
        );
      const found = await service.search(source.question, limit);
      if (call.options.json) await call.output.print(JSON.stringify(toSearchRecord(found)));
      else await printHits(found, call.output);
      return 0;
    });
  },
};
