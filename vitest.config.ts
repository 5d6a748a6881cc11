import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Most of a test's time is waiting for programs that it starts, so that even two cores carry two files at once.
const workers = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    // Files share a worker's modules: loading the dictionaries anew for each took a third of the time.
    isolate: false,
    globalSetup: ['test/helpers/build-tables.ts'],
    setupFiles: ['test/helpers/seed-properties.ts'],
    // Pages and streams of tests are short-lived; a worker of many files has a large heap, which is slow to look through.
    poolOptions: { forks: { execArgv: ['--max-semi-space-size=64'] } },
    minWorkers: workers,
    maxWorkers: workers,
    // A machine that is busy with something else takes longer, and is no fault of the program.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
