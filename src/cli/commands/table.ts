import type { Command } from '../command.js';
import { FILTER_OPTIONS } from '../options.js';

const REPL_OPTIONS = ['asked-on', ...FILTER_OPTIONS, 'data', 'help'] as const;

/** Every subcommand, in the order in which the help names them; only the one that is called is loaded. */
export const commands: readonly Command[] = [
  {
    name: 'start',
    options: REPL_OPTIONS,
    run: async (call) => (await import('./start.js')).start(call),
  },
  {
    name: 'ingest',
    options: [
      'newspaper',
      'date',
      'page',
      'encoding',
      'map',
      'explain',
      'dry-run',
      're-embed',
      'prune',
      'watch',
      'no-wait',
      'json',
      'data',
      'help',
    ],
    run: async (call) => (await import('./ingest.js')).ingest(call),
  },
  {
    name: 'ask',
    options: ['asked-on', ...FILTER_OPTIONS, 'json', 'batch', 'data', 'help'],
    run: async (call) => (await import('./ask.js')).ask(call),
  },
  {
    name: 'search',
    options: ['asked-on', ...FILTER_OPTIONS, 'limit', 'explain', 'json', 'batch', 'data', 'help'],
    run: async (call) => (await import('./search.js')).search(call),
  },
  {
    name: 'repl',
    options: REPL_OPTIONS,
    run: async (call) => (await import('./repl.js')).repl(call),
  },
  {
    name: 'bot',
    options: ['data', 'help'],
    run: async (call) => (await import('./bot.js')).bot(call),
  },
  {
    name: 'list',
    options: [...FILTER_OPTIONS, 'json', 'data', 'help'],
    run: async (call) => (await import('./list.js')).list(call),
  },
  {
    name: 'show',
    options: ['json', 'data', 'help'],
    run: async (call) => (await import('./show.js')).show(call),
  },
  {
    name: 'remove',
    options: ['file', 'newspaper', 'date', 'dry-run', 'no-wait', 'json', 'data', 'help'],
    run: async (call) => (await import('./remove.js')).remove(call),
  },
  {
    name: 'export',
    options: [...FILTER_OPTIONS, 'data', 'help'],
    run: async (call) => (await import('./export.js')).exportCommand(call),
  },
  {
    name: 'backup',
    options: ['json', 'data', 'help'],
    run: async (call) => (await import('./backup.js')).backup(call),
  },
  {
    name: 'migrate',
    options: ['to', 'no-wait', 'json', 'data', 'help'],
    run: async (call) => (await import('./migrate.js')).migrate(call),
  },
  {
    name: 'doctor',
    options: ['fix', 'json', 'data', 'help'],
    run: async (call) => (await import('./doctor.js')).doctor(call),
  },
  {
    name: 'eval',
    options: ['limit', 'min-right', 'json', 'data', 'help'],
    run: async (call) => (await import('./eval.js')).evaluation(call),
  },
];
