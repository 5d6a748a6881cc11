import { describe, expect, it } from 'vitest';
import { readHtml, readOne } from './helpers/read-html.js';

const TEXT = '石渡大桥昨日合龙，两岸居民往来只要三分钟。';
const LEVELS = 100_000;

describe('a page that is made to break its reader', () => {
  it.each([
    [
      'nested a hundred thousand levels deep',
      `<h1>大桥</h1>${'<div>'.repeat(LEVELS)}${TEXT}${'</div>'.repeat(LEVELS)}`,
    ],
    ['full of end tags of nothing', `<h1>大桥</h1><div>${'<i>'.repeat(5000)}${'</b>'.repeat(LEVELS)}${TEXT}`],
    ['with an element of countless attributes', `<h1 ${'a=b '.repeat(LEVELS)}>大桥</h1><p>${TEXT}`],
    ['with a comment that never ends', `<h1>大桥</h1><p>${TEXT}</p><!-- ${'<!--'.repeat(LEVELS)}`],
    ['with a long run of spaces', `<h1>大桥</h1><p>${TEXT}${' '.repeat(1e6)}</p>`],
    [
      'with data for programs that is no data',
      `<script type="application/ld+json">${'['.repeat(LEVELS)}</script><h1>大桥</h1><p>${TEXT}`,
    ],
  ])('is read as far as it is one: %s', async (_, page) => {
    expect(await readOne(page)).toMatchObject({ headline: '大桥', body: TEXT });
  });

  it('keeps all of a great many bodies, each once', async () => {
    const bodies = Array.from(
      { length: 3000 },
      (_, i) => `<!--enpcontent--><p>第${i % 1500}段。</p><!--/enpcontent-->`,
    );
    const { body } = await readOne(bodies.join(''));
    expect(new Set(body.split('\n')).size).toBe(1500);
  });

  it('is refused with a sentence where it is too large, as a file or in its parts', async () => {
    await expect(readHtml('<p>'.repeat(500_001))).rejects.toThrow('不像一个报纸版面');
    await expect(readHtml(Buffer.alloc(16_000_001, 'a'))).rejects.toThrow('超过 16 MB');
  });
});
