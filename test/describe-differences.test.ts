import { describe, expect, it } from 'vitest';
import { describeDifferences } from '../src/answer/describe-differences.js';
import { findQuotation } from '../src/search/find-quotation.js';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';

const PRINTED = '望河区今年投资12.5亿元办好六件民生实事，到年底办成率达到98.6%。';

async function differences(quotation: string): Promise<string[]> {
  const { archive } = await openArchiveOf([writeFiles({ 'a.jsonl': JSON.stringify({ text: PRINTED }) })]);
  const [place] = await findQuotation(archive, {}, quotation, () => 8);
  return place
    ? describeDifferences(quotation, place).map(({ given, printed }) => `${given}>${printed}`)
    : ['nowhere'];
}

describe('the differences between what was given and what is printed', () => {
  it.each([
    ['今年投资12.5亿元办好六件民生实事', []],
    ['今年投资12.5亿元办好七件民生实事', ['七件>六件']],
    ['今年投资13.5亿元办好六件民生实事', ['13.5亿>12.5亿']],
    ['今年投资125亿元办好六件民生实事', ['125亿>12.5亿']],
    ['今年投资12.5亿元办好6件民生实事', ['6件>六件']],
    ['望江区今年投资12.5亿元办好六件实事', ['江区>河区', '件实>件民生实']],
    ['今年一共投资12.5亿元办好六件民生实事', ['年一共投>年投']],
    ['今年投资12.5亿元，办好六件民生实事；到年底办成率达到98.6‰', ['98.6‰>98.6%']],
    ['办好六件民生实事到年底办成率达到986', ['986>98.6']],
    ['办好六件民生实事，到年底办成率达到98.6', []],
  ])('%s', async (quotation, expected) => {
    expect(await differences(quotation)).toEqual(expected);
  });
});
