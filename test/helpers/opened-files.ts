import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, beforeEach, vi } from 'vitest';

/** Lists the paths that each test of a file reads from, as they are opened. */
export function recordOpenedFiles(): string[] {
  const opened: string[] = [];
  beforeEach(() => {
    opened.length = 0;
    const { createReadStream } = fs;
    vi.spyOn(fs, 'createReadStream').mockImplementation((path, options) => {
      opened.push(String(path));
      return createReadStream(path, options);
    });
    syncBuiltinESMExports();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });
  return opened;
}
