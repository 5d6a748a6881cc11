import * as wording from '../domain/wording/telegram.js';
import { approve } from './commands/approve.js';
import { ask } from './commands/ask.js';
import { asof } from './commands/asof.js';
import { search } from './commands/search.js';
import { sources } from './commands/sources.js';
import { sendArticle } from './send-article.js';
import type { Command } from './turn.js';

/**
 * Every command that the bot understands; those in `wording.COMMAND_DESCRIPTIONS` stand in Telegram's menu.
 */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['start', async (turn) => turn.say(wording.welcome(await turn.parts.archive.coverage()))],
  ['help', (turn) => turn.say(wording.help(turn.botName))],
  ['ask', ask],
  ['search', search],
  ['article', (turn) => openArticle(turn)],
  ['asof', asof],
  ['sources', sources],
  ['status', async (turn) => turn.say((await turn.parts.status()).join('\n'))],
  ['approve', approve],
]);

export const COMMAND_NAMES: ReadonlySet<string> = new Set(COMMANDS.keys());

const openArticle: Command = async (turn) => {
  const articleId = turn.argument.trim();
  if (articleId === '') return turn.say(wording.articleIdMissing());
  await sendArticle(turn, articleId, 0);
};
