import { spawn } from 'node:child_process';
import * as wording from '../../../../src/domain/wording/ingest-pdf.js';

const LANGUAGE = 'chi_sim';
/** A page of print takes up to a minute. */
const MAX_MS = 180_000;
/** Bytes that the program may print of one page. */
const MAX_OUTPUT = 32e6;

/** What is missing to recognise Chinese, as a part of a sentence; null where nothing is. */
export async function findTesseract(): Promise<string | null> {
  const languages = await run(['--list-langs'], null, 10_000).catch(() => null);
  if (languages === null) return wording.missingTesseract();
  return languages.split(/\s+/u).includes(LANGUAGE) ? null : wording.missingChinese();
}

/** A page's picture → its words with their places, as tesseract's table. */
export const runTesseract = (png: Uint8Array): Promise<string> =>
  run(['stdin', 'stdout', '-l', LANGUAGE, '--psm', '3', '--dpi', '200', 'tsv'], png, MAX_MS);

function run(words: readonly string[], input: Uint8Array | null, milliseconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('tesseract', words, { stdio: ['pipe', 'pipe', 'pipe'] });
    // The option `timeout` of spawn keeps the process waiting where the program is missing.
    const deadline = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    let output = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      output += piece;
      if (output.length > MAX_OUTPUT) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      complaint = (complaint + piece).slice(0, 500);
    });
    child.on('error', (error) => {
      clearTimeout(deadline);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(deadline);
      if (code === 0) resolve(output);
      else reject(new Error(signal ?? (complaint.trim().split('\n')[0] || `exit ${code}`)));
    });
    // A program that ends early breaks the pipe, which its exit code tells better.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? undefined);
  });
}
