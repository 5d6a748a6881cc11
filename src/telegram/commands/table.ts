import * as wording from '../../domain/wording/telegram.js';
import type { Command } from '../turn.js';
import { approve } from './approve.js';
import { article } from './article.js';
import { ask } from './ask.js';
import { asof } from './asof.js';
import { digest } from './digest.js';
import { feedback } from './feedback.js';
import { follow } from './follow.js';
import { follows } from './follows.js';
import { help } from './help.js';
import { ingest } from './ingest.js';
import { issue } from './issue.js';
import { latest } from './latest.js';
import { paper } from './paper.js';
import { reload } from './reload.js';
import { reset } from './reset.js';
import { search } from './search.js';
import { sources } from './sources.js';
import { timeline } from './timeline.js';
import { undo } from './undo.js';
import { unfollow } from './unfollow.js';
import { revoke, users } from './users.js';

/** Every command that the bot understands; those in `wording.COMMAND_DESCRIPTIONS` stand in Telegram's menu. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['start', async (turn) => turn.say(wording.welcome(await turn.parts.archive.coverage()))],
  ['help', help],
  ['ask', ask],
  ['search', search],
  ['latest', latest],
  ['issue', issue],
  ['article', article],
  ['asof', asof],
  ['paper', paper],
  ['timeline', timeline],
  ['reset', reset],
  ['sources', sources],
  ['status', async (turn) => turn.say((await turn.parts.status()).join('\n'))],
  ['feedback', feedback],
  ['approve', approve],
  ['users', users],
  ['ingest', ingest],
  ['undo', undo],
  ['reload', reload],
  ['revoke', revoke],
  ['follow', follow],
  ['follows', follows],
  ['unfollow', unfollow],
  ['digest', digest],
]);

export const COMMAND_NAMES: ReadonlySet<string> = new Set(COMMANDS.keys());
