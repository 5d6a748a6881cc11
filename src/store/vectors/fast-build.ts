import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StoreError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/store.js';

/**
 * `npm run fast-vectors` compiles hnswlib-node for AVX2 and leaves this file beside what was compiled: the next
 * installation takes both away together.
 */
export function fastBuildMark(): string {
  const hnswlib = createRequire(import.meta.url).resolve('hnswlib-node/package.json');
  return join(dirname(hnswlib), 'build', 'avx2');
}

/** Whether the processor can run what is compiled for AVX2; where the system does not tell, it cannot. */
export function hasAvx2(cpuInfo = readCpuInfo()): boolean {
  const [, flags = ''] = /^flags\s*:(.*)$/m.exec(cpuInfo) ?? [];
  return ['avx2', 'fma'].every((wanted) => flags.split(' ').includes(wanted));
}

/** A build for AVX2 on another processor would end the process without a word. Throws StoreError. */
export function checkBuildRunsHere(mark = fastBuildMark(), canRun = hasAvx2): void {
  if (existsSync(mark) && !canRun()) throw new StoreError(wording.builtForAnotherProcessor());
}

function readCpuInfo(): string {
  try {
    return readFileSync('/proc/cpuinfo', 'utf8');
  } catch {
    return '';
  }
}
