import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Copies the regular files of a folder and those below it. What goes while it is copied is left out. */
export async function copyFolder(source: string, copy: string): Promise<void> {
  const entries = await ifThere(readdir(source, { withFileTypes: true }));
  if (entries === null) return;
  await mkdir(copy, { recursive: true });
  for (const entry of entries) {
    const [from, to] = [join(source, entry.name), join(copy, entry.name)];
    if (entry.isDirectory()) await copyFolder(from, to);
    else if (entry.isFile()) await ifThere(copyFile(from, to));
  }
}

async function ifThere<Value>(work: Promise<Value>): Promise<Value | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
