import * as wording from '../../domain/wording/telegram.js';
import type { Command } from '../turn.js';
import { approve } from './approve.js';
import { article } from './article.js';
import { ask } from './ask.js';
import { asof } from './asof.js';
import { digest } from './digest.js';
import { follow } from './follow.js';
import { follows } from './follows.js';
import { search } from './search.js';
import { sources } from './sources.js';
import { unfollow } from './unfollow.js';

/** Every command that the bot understands; those in `wording.COMMAND_DESCRIPTIONS` stand in Telegram's menu. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['start', async (turn) => turn.say(wording.welcome(await turn.parts.archive.coverage()))],
  ['help', (turn) => turn.say(wording.help(turn.botName))],
  ['ask', ask],
  ['search', search],
  ['article', article],
  ['asof', asof],
  ['sources', sources],
  ['status', async (turn) => turn.say((await turn.parts.status()).join('\n'))],
  ['approve', approve],
  ['follow', follow],
  ['follows', follows],
  ['unfollow', unfollow],
  ['digest', digest],
]);

export const COMMAND_NAMES: ReadonlySet<string> = new Set(COMMANDS.keys());
