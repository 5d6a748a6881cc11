import { expect } from 'vitest';
import { runFake } from './fake-surroundings.js';

/** What the command line prints, which must be help and nothing else. */
export async function showHelp(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await runFake(argv);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}
