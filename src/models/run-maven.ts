import { spawn } from 'node:child_process';

/** Runs `mvn` with the arguments; rejects with a MavenFailure. */
export type RunMaven = (args: readonly string[]) => Promise<void>;

/** Long enough for 16 MB over a slow line, short enough for nobody to think that it hangs for ever. Milliseconds. */
const MAVEN_TIMEOUT = 300_000;

/** Why `mvn` brought nothing: it is not on the PATH, or it ended with an error (its last complaint). */
export class MavenFailure extends Error {
  override name = 'MavenFailure';
  constructor(
    readonly missing: boolean,
    complaint: string,
  ) {
    super(complaint);
  }
}

export const runMaven: RunMaven = (args) =>
  new Promise((resolve, reject) => {
    const maven = spawn('mvn', args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: MAVEN_TIMEOUT });
    let said = '';
    const hear = (piece: Buffer) => {
      said = (said + piece.toString('utf8')).slice(-20_000);
    };
    maven.stdout.on('data', hear);
    maven.stderr.on('data', hear);
    maven.on('error', (error: NodeJS.ErrnoException) =>
      reject(new MavenFailure(error.code === 'ENOENT' || error.code === 'EACCES', error.message)),
    );
    maven.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new MavenFailure(false, lastComplaint(said) ?? `mvn: ${signal ?? code}`));
    });
  });

/** Maven's first [ERROR] line says what happened; the others say where to read about it. */
function lastComplaint(said: string): string | null {
  const line = said.split('\n').find((candidate) => candidate.includes('[ERROR]'));
  return line === undefined ? null : line.replace(/^.*\[ERROR\]\s*/, '').slice(0, 200);
}
