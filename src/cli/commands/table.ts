import type { Command } from '../command.js';
import { ask } from './ask.js';
import { backup } from './backup.js';
import { bot } from './bot.js';
import { doctor } from './doctor.js';
import { evaluation } from './eval.js';
import { exportCommand } from './export.js';
import { ingest } from './ingest.js';
import { list } from './list.js';
import { remove } from './remove.js';
import { repl } from './repl.js';
import { search } from './search.js';
import { show } from './show.js';
import { start } from './start.js';

/** Every subcommand, in the order in which the help names them. */
export const commands: readonly Command[] = [
  start,
  ingest,
  ask,
  search,
  repl,
  bot,
  list,
  show,
  remove,
  exportCommand,
  backup,
  doctor,
  evaluation,
];
