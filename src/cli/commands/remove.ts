import { resolve } from 'node:path';
import { UsageError } from '../../domain/errors.js';
import type { ArchiveWriter } from '../../domain/ports.js';
import * as wording from '../../domain/wording/cli.js';
import type { Command, CommandCall } from '../command.js';
import { parseDay } from '../parse-day.js';

/** How many articles went, and a sentence for each thing that was asked to go. */
type Removal = { removed: number; said: string[] };

export const remove: Command = {
  name: 'remove',
  options: ['file', 'newspaper', 'date', 'json', 'data', 'help'],
  run: async (call) => {
    const removeFrom = readWhatToRemove(call);
    const writer = await call.surroundings.openWriter(call.settings());
    try {
      const { removed, said } = await removeFrom(writer);
      if (removed > 0) await writer.saveVectorIndex();
      await call.output.print(call.options.json ? JSON.stringify({ removed }) : said.join('\n'));
      return 0;
    } finally {
      await writer.close();
    }
  },
};

/** @throws UsageError unless exactly one of the three ways was used. */
function readWhatToRemove({
  positionals,
  options,
}: CommandCall): (writer: ArchiveWriter) => Promise<Removal> {
  const { file, newspaper, date } = options;
  const byIssue = newspaper !== undefined || date !== undefined;
  const ways = [positionals.length > 0, file !== undefined, byIssue].filter(Boolean).length;
  if (ways !== 1) throw new UsageError(wording.removeWhat());
  if (file !== undefined) return (writer) => removeFile(writer, file);
  if (!byIssue) return (writer) => removeArticles(writer, positionals);
  if (newspaper === undefined || date === undefined) throw new UsageError(wording.removeWhat());
  return issueRemover(newspaper, parseDay('--date', date));
}

async function removeArticles(writer: ArchiveWriter, articleIds: readonly string[]): Promise<Removal> {
  const removal: Removal = { removed: 0, said: [] };
  for (const articleId of new Set(articleIds)) {
    const removed = await writer.removeArticle(articleId);
    removal.removed += removed;
    removal.said.push(removed > 0 ? wording.removedArticle(articleId) : wording.articleNotFound(articleId));
  }
  return removal;
}

/** The path as the archive may know it: as it was typed, or in full. */
async function removeFile(writer: ArchiveWriter, path: string): Promise<Removal> {
  const removed = (await writer.removeFile(path)) || (await writer.removeFile(resolve(path)));
  return counted(removed, path);
}

const issueRemover = (newspaper: string, date: string) => async (writer: ArchiveWriter) =>
  counted(await writer.removeIssue({ newspaper, date }), wording.issueName(newspaper, date));

const counted = (removed: number, what: string): Removal => ({
  removed,
  said: [removed > 0 ? wording.removedCount(removed, what) : wording.nothingToRemove(what)],
});
