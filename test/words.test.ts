import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../src/text/fold.js';
import { cutNumbers } from '../src/text/number-terms.js';
import { cutForSearch, cutPairs, indexTerms, tagWords } from '../src/text/words.js';

const wordsOf = (text: string): string[] => tagWords(text).map(({ word }) => word);

describe('names of places', () => {
  it.each([
    ['阳曲县今年的民生实事', '阳曲县'],
    ['来到晋源区采访', '晋源区'],
    ['在黄寨镇召开', '黄寨镇'],
    ['恩施土家族苗族自治州', '恩施土家族苗族自治州'],
    ['在北京市召开', '北京市'],
    ['走进职工新街街道', '职工新街街道'],
    ['陽曲縣今年', '阳曲县'],
    ['彭州市濛阳街道', '蒙阳街道'],
  ])('%s holds %s as one word', (text, name) => {
    expect(tagWords(text)).toContainEqual({ word: name, tag: 'ns' });
  });

  it.each([
    ['和平乡村建设', ['和平', '乡村', '建设']],
    ['新城镇化', ['新', '城镇化']],
  ])('%s is cut where ordinary words end', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it.each([
    ['黄寨', '黄寨镇'],
    ['晋源', '晋源区'],
    ['阳曲', '阳曲县'],
    ['北京', '北京市'],
    ['恩施', '恩施土家族苗族自治州'],
  ])('%s finds %s', (short, name) => {
    expect(cutForSearch(name)).toContain(name);
    expect(cutForSearch(name)).toContain(short);
    expect(cutForSearch(short)).toContain(short);
  });

  it('holds each part of a name once', () => {
    const words = cutForSearch('长阳土家族自治县');
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('terms', () => {
  it.each([
    ['陽曲縣', '阳曲县'],
    ['ＫＭ公里', 'km公里'],
    ['臺灣圖書館', '台湾图书馆'],
  ])('of %s are those of %s', (text, same) => {
    expect(indexTerms(text)).toEqual(indexTerms(same));
  });

  it.each([
    ['办好七件实事', '7件实事'],
    ['1.7万人次', '17000人次'],
    ['一万七千人', '1.7万人'],
    ['增长百分之五', '增长5%'],
    ['占三成', '占30%'],
    ['二○二三年', '2023年'],
    ['1,200户', '1200户'],
    ['第七届', '7届'],
  ])('of %s in a question meet those of %s in an article by the number', (question, article) => {
    const asked = [...cutForSearch(question), ...cutNumbers(question)];
    const { words, numbers: spelled } = indexTerms(article);
    const numbers = [...words, ...spelled].filter((term) => /^\d+(?:\.\d+)?%?$/u.test(term));
    expect(asked.some((term) => numbers.includes(term))).toBe(true);
  });

  it('pairs neighbouring Chinese characters within a run only', () => {
    expect(cutPairs('阳曲县,7件')).toEqual(['_阳曲', '_曲县']);
  });

  it('leave no word of the folded text out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(wordsOf(text).join('')).toBe(fold(text));
      }),
    );
  });
});
