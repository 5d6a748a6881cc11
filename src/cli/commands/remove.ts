import { resolve } from 'node:path';
import { UsageError } from '../../domain/errors.js';
import type { Archive, ArchiveWriter } from '../../domain/ports.js';
import type { RemovalPlan, RemovalTarget } from '../../domain/removal.js';
import { removeWhat } from '../../domain/wording/cli.js';
import { formatArticleLine } from '../../domain/wording/cli-article.js';
import * as wording from '../../domain/wording/cli-remove.js';
import type { CommandCall } from '../command.js';
import { escapeControls } from '../escape-controls.js';
import { parseDay } from '../parse-day.js';
import { withApp } from '../with-app.js';

export async function remove(call: CommandCall): Promise<number> {
  const target = readTarget(call);
  if (call.options['dry-run'])
    return withApp(call, 'archive', async ({ archive }) => {
      await say(await archive.planRemoval(target), target, archive, call);
      return 0;
    });
  return removeTarget(target, call);
}

/** @throws UsageError unless exactly one of the three ways was used. */
function readTarget({ positionals, options }: CommandCall): RemovalTarget {
  const { file, newspaper, date } = options;
  const byIssue = newspaper !== undefined || date !== undefined;
  const ways = [positionals.length > 0, file !== undefined, byIssue].filter(Boolean).length;
  if (ways !== 1) throw new UsageError(removeWhat());
  // The archive knows files by their full paths.
  if (file !== undefined) return { by: 'file', path: resolve(file) };
  if (!byIssue) return { by: 'article', articleIds: positionals };
  if (newspaper === undefined || date === undefined) throw new UsageError(removeWhat());
  return { by: 'issue', newspaper, date: parseDay('--date', date) };
}

/** What is told is what was there when nobody else could write any more. */
async function removeTarget(target: RemovalTarget, call: CommandCall): Promise<number> {
  const { surroundings, options, output, settings } = call;
  const wait = { onWait: output.notice, signal: surroundings.signal };
  const writer = await surroundings.openWriter(settings(), options['no-wait'] ? null : wait);
  try {
    return await withApp(call, 'archive', async ({ archive }) => {
      const plan = await archive.planRemoval(target);
      await takeOut(writer, target, plan);
      await say(plan, target, archive, call);
      return 0;
    });
  } finally {
    await writer.close();
  }
}

async function takeOut(writer: ArchiveWriter, target: RemovalTarget, plan: RemovalPlan): Promise<void> {
  if (target.by === 'file' && plan.files.length > 0) await writer.removeFiles(plan.files);
  if (target.by === 'issue' && plan.going.length > 0) await writer.removeIssue(target);
  if (target.by === 'article') for (const articleId of plan.going) await writer.removeArticle(articleId);
  if (plan.going.length > 0) await writer.saveVectorIndex();
}

async function say(
  plan: RemovalPlan,
  target: RemovalTarget,
  archive: Archive,
  { options, output }: CommandCall,
): Promise<void> {
  const dryRun = options['dry-run'] ?? false;
  if (options.json) {
    const { going, staying } = plan;
    return output.print(
      JSON.stringify({ removed: going.length, kept: staying.length, articleIds: going, dryRun }),
    );
  }
  // After the removal the archive could not tell any more what they were.
  const shown = dryRun ? await archive.loadArticles(plan.going.slice(0, wording.ARTICLES_SHOWN)) : [];
  const lines = wording.formatRemoval(plan, target, { dryRun, listed: shown.map(formatArticleLine) });
  await output.print(escapeControls(lines.join('\n')));
}
