import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { checkBuildRunsHere, fastBuildMark, hasAvx2 } from '../src/store/vectors/fast-build.js';

const mark = join(tmpdir(), `baowen-fast-build-${process.pid}`);
afterEach(() => rmSync(mark, { force: true }));

const cpuInfo = (flags: string) =>
  `processor\t: 0\nmodel name\t: Some CPU\nflags\t\t: ${flags}\nbugs\t\t: avx2 fma\n`;

it('takes a processor for one with AVX2 only where its flags say so', () => {
  expect(hasAvx2(cpuInfo('fpu sse2 avx avx2 bmi1 fma'))).toBe(true);
  expect(hasAvx2(cpuInfo('fpu sse2 avx fma'))).toBe(false);
  expect(hasAvx2(cpuInfo('fpu avx2x fma'))).toBe(false);
  expect(hasAvx2('')).toBe(false);
});

it('says what to do where a build for AVX2 cannot run, before it ends the process', () => {
  expect(() => checkBuildRunsHere(mark, () => false)).not.toThrow();
  writeFileSync(mark, 'avx2\n');
  expect(() => checkBuildRunsHere(mark, () => true)).not.toThrow();
  expect(() => checkBuildRunsHere(mark, () => false)).toThrow(/AVX2.*npm rebuild hnswlib-node/u);
});

it('keeps its mark beside what was compiled', () => {
  expect(fastBuildMark()).toMatch(/hnswlib-node[\\/]build[\\/]avx2$/u);
});
