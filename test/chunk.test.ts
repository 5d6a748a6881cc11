import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitChunks } from '../ingest/chunk.js';

const sentence = (length: number, mark = '。') => '报'.repeat(length - 1) + mark;

describe('splitChunks', () => {
  it('cuts at sentence ends once 200 characters are reached', () => {
    const body = [sentence(90), sentence(90), sentence(90), sentence(90)].join('');
    expect(splitChunks(body)).toEqual([
      { start: 0, end: 270 },
      { start: 270, end: 360 },
    ]);
  });

  it('begins a new chunk rather than grow beyond 300 characters', () => {
    const body = sentence(150) + sentence(180);
    expect(splitChunks(body).map(({ start, end }) => end - start)).toEqual([150, 180]);
  });

  it('cuts a sentence without an end at a comma', () => {
    const body = `${'数'.repeat(280)}，${'据'.repeat(400)}`;
    const chunks = splitChunks(body);
    expect(chunks[0]).toEqual({ start: 0, end: 281 });
    expect(chunks.every(({ start, end }) => end - start <= 500)).toBe(true);
  });

  it('cuts text without any mark, however long it is', () => {
    const chunks = splitChunks('字'.repeat(3_000_000));
    expect(chunks[0]).toEqual({ start: 0, end: 300 });
    expect(chunks.at(-1)?.end).toBe(3_000_000);
  });

  it('loses no word, overlaps nothing and cuts no character in two', () => {
    const unit = fc.constantFrom('报', '，', '。', '；', '\n', ' ', '𠮷', '1', '”');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 1500 }), (units) => {
        const body = units.join('');
        let at = 0;
        for (const { start, end } of splitChunks(body)) {
          expect(body.slice(at, start).trim()).toBe('');
          expect(body.slice(start, end)).not.toMatch(/^\p{Cs}|\p{Cs}$/u);
          at = end;
        }
        expect(body.slice(at).trim()).toBe('');
      }),
    );
  });
});
