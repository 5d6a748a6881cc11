import { join } from 'node:path';
import type { Surroundings } from '../src/cli/surroundings.js';
import { loadEnvironment, loadSettings } from '../src/config.js';
import type { Log } from '../src/domain/ports.js';
import type { Settings } from '../src/domain/settings.js';
import { createLog } from '../src/log.js';
import { loadWeaviateSettings } from '../src/store-settings.js';
import { giveWay } from '../src/system/give-way.js';
import { findProjectRoot } from '../src/system/project-root.js';

/** The real world of the terminal program. What only some commands need is loaded when they run. */
export function createSurroundings(): Surroundings {
  const environment = loadEnvironment();
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: environment,
    now: () => new Date(),
    signal: abortOnSignals(),
    samplePaths: [join(findProjectRoot(), 'sample', 'pages')],
    sampleQuestions: join(findProjectRoot(), 'sample', 'questions.json'),
    loadSettings: (dataDir) => loadSettings(environment, dataDir),
    async openApp(settings, options) {
      const { openApp } = await import('../src/app.js');
      return openApp(settings, { ...options, log: createTerminalLog(settings) });
    },
    giveWay,
    createIngester:
      (settings, { onBytes }) =>
      async (options, watch) => {
        const { createRealIngester } = await import('./create-ingester.js');
        return createRealIngester(settings, { log: createTerminalLog(settings), onBytes })(options, watch);
      },
    async watchFolders(...watched) {
      const { watchFolders } = await import('../ingest/watch/watch-folders.js');
      await watchFolders()(...watched);
    },
    async openWriter(settings, wait) {
      const { openWriter } = await import('./open-writer.js');
      return openWriter(settings, createTerminalLog(settings), wait);
    },
    async *exportArticles(settings, filter) {
      const { chooseStore } = await import('../src/store/store.js');
      yield* (await chooseStore(settings)).exportArticles(filter);
    },
    async backUp(settings, target, world) {
      const { chooseStore } = await import('../src/store/store.js');
      return (await chooseStore(settings)).backUp(target, world);
    },
    async migrate(settings, to, watch) {
      const { migrateTo } = await import('./migrate.js');
      const log = createTerminalLog(settings);
      return migrateTo(to, settings, loadWeaviateSettings(environment), { ...watch, log });
    },
    async runChecks(settings) {
      const { runChecks } = await import('./checks.js');
      return runChecks(settings);
    },
    async mend(settings) {
      const { mend } = await import('./checks.js');
      return mend(settings, { now: new Date(), log: createTerminalLog(settings) });
    },
    async runBot(settings, options) {
      const { runTelegramBot } = await import('./telegram-bot.js');
      await runTelegramBot(settings, { ...options, log: createLog(settings.logLevel) });
    },
    async approve(settings, code) {
      const { approveOnConsole } = await import('./approve-on-console.js');
      return approveOnConsole(settings, code);
    },
    async listFeedback(settings) {
      const { listFeedbackOnConsole } = await import('./feedback-on-console.js');
      return listFeedbackOnConsole(settings);
    },
  };
}

/** In a terminal people read sentences; the log's lines come beside them only where somebody asked for more. */
function createTerminalLog({ logLevel }: Settings): Log {
  return createLog(logLevel === 'info' ? 'error' : logLevel);
}

/** The first signal asks everything to end in order, the second ends the process at once. */
function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(130);
      controller.abort();
    });
  }
  return controller.signal;
}
