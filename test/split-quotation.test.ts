import { describe, expect, it } from 'vitest';
import { splitQuotation } from '../src/text/split-quotation.js';

describe('splitQuotation', () => {
  it.each([
    ['新校舍启用了，操场铺好了', ['新校舍启用了，操场铺好了']],
    ['新校舍启用了。操场铺好了！', ['新校舍启用了。', '操场铺好了！']],
    ['他说：“新校舍启用了。”家长都来了。', ['他说：“新校舍启用了。”', '家长都来了。']],
    ['新校舍启用了……操场铺好了', ['新校舍启用了……', '操场铺好了']],
    ['新校舍启用了...操场铺好了', ['新校舍启用了……', '操场铺好了']],
    ['新校舍启用了\n操场铺好了', ['新校舍启用了', '操场铺好了']],
    ['好。新校舍启用了。是的。', ['好。新校舍启用了。是的。']],
  ])('%s', (quotation, parts) => {
    expect(splitQuotation(quotation, 4)).toEqual(parts);
  });
});
