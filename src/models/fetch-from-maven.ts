import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJarEntry } from './read-jar-entry.js';
import type { RunMaven } from './run-maven.js';

/**
 * Has Maven copy the artifact (its jar alone) and lets `use` read the entries of it, unpacked.
 * Throws MavenFailure, or an Error where the jar is not as expected.
 */
export async function fetchFromMaven<Used>(
  artifact: string,
  runMaven: RunMaven,
  use: (readEntry: (name: string, maxBytes: number) => Promise<Buffer>) => Promise<Used>,
): Promise<Used> {
  const folder = await mkdtemp(join(tmpdir(), 'baowen-maven-'));
  try {
    await runMaven(['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`]);
    const name = (await readdir(folder)).find((file) => file.endsWith('.jar'));
    if (name === undefined) throw new Error(`mvn copied no jar of ${artifact}`);
    const jar = await readFile(join(folder, name));
    return await use((entry, maxBytes) => readJarEntry(jar, entry, maxBytes));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
