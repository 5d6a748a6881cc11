import { styleText } from 'node:util';
import type { Surroundings } from './surroundings.js';

export type Style = { strong(text: string): string; mark(text: string): string; quiet(text: string): string };

/** Colours on a terminal alone, and not where NO_COLOR is set to anything (no-color.org). */
export function createStyle(stdout: Surroundings['stdout'], env: Surroundings['env']): Style {
  if (!stdout.isTTY || env.NO_COLOR) return { strong: same, mark: same, quiet: same };
  // The stream was judged above; Node's own judgement would look at the process's stdout instead.
  const paint = (format: 'bold' | 'cyan' | 'gray') => (text: string) =>
    styleText(format, text, { validateStream: false });
  return { strong: paint('bold'), mark: paint('cyan'), quiet: paint('gray') };
}

const same = (text: string) => text;
