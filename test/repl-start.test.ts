import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Ingester } from '../src/domain/ports.js';
import type { Settings } from '../src/domain/settings.js';
import { coverage, runFake } from './helpers/fake-surroundings.js';
import { listening, SHOWN } from './helpers/repl.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

describe('start', () => {
  const app = (articles: number) => ({
    service: listening(),
    archive: { coverage: async () => ({ ...coverage, articles }) },
  });
  const report = {
    files: [{ path: 'a.txt', status: 'new' as const, articles: 9, reasons: [] }],
    articles: { added: 9, unchanged: 0, removed: 0 },
    chunks: 20,
    vectors: { added: 20, missing: 0 },
    notices: [],
    seconds: 2,
  };

  test('takes the sample in where there is no article yet, and keeps standard output for the answers', async () => {
    const paths: (readonly string[])[] = [];
    const createIngester = (): Ingester => async (options) => {
      paths.push(options.paths);
      return report;
    };
    const loadSettings = () => ({ dataDir: makeTemporaryFolder() }) as Settings;
    const { code, stdout, stderr, open } = await runFake(['start'], {
      app: app(0),
      createIngester,
      input: '公园\n',
      loadSettings,
    });
    expect({ code, open, paths }).toEqual({ code: 0, open: 0, paths: [['sample/pages']] });
    expect(stdout).toBe(`问：公园\n${SHOWN}\n`);
    expect(stderr).toContain('档案里还没有稿件，先把自带的样例入库。\n文件：新增 1\n');
  });

  test('leaves an archive with articles alone', async () => {
    const dataDir = makeTemporaryFolder();
    const loadSettings = () => ({ dataDir }) as Settings;
    const { code, stdout } = await runFake(['start'], { app: app(9), input: '公园\n', loadSettings });
    expect(code).toBe(0);
    expect(stdout).toBe(`问：公园\n${SHOWN}\n`);
    expect(existsSync(join(dataDir, 'repl-history'))).toBe(false);
  });
});
