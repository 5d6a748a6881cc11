import { expect, test } from 'vitest';
import { fitsWords, readFollowedWords, toReadable } from '../src/telegram/follows/fits-words.js';
import { parseDigest } from '../src/telegram/follows/parse-digest.js';
import { parseFollowWords } from '../src/telegram/follows/parse-words.js';
import { prepareArticle } from './helpers/prepared-article.js';

test.each([
  ['阳曲县 民生', '阳曲县 民生'],
  ['　阳曲县，民生、“幼儿园”', '阳曲县 民生 幼儿园'],
  ['关于 ５Ｇ 5G', '5G'],
])('/follow %s follows %s', (text, words) => {
  expect(parseFollowWords(text)).toEqual({ words });
});

test.each([
  ['', '请写上要关注的词'],
  ['？ 的', '请写上要关注的词'],
  ['阳曲县 李', '“李”太短'],
  ['一二 三四 五六 七八 九十 百千 万亿', '最多写 6 个词'],
  ['长'.repeat(21), '每个词不超过 20 个字'],
])('/follow %s is answered with what is wrong', (text, fault) => {
  expect(parseFollowWords(text)).toMatchObject({ fault: expect.stringContaining(fault) });
});

/** Divisions: 140122100 is 黄寨镇 of 阳曲县 in 太原. */
test.each([
  ['阳曲县 民生', '阳曲县办好民生实事。', [], true],
  ['阳曲县 民生', '阳曲县召开大会。', [], false],
  ['民生', '农民生活越来越好。', [], false],
  ['民生', '国民生产总值增长。', [], false],
  ['阳曲县', '黄寨镇修了路。', ['140122100'], true],
  ['阳曲', '阳曲县修了路。', ['140122'], true],
  ['阳曲县', '阳泉市修了路。', ['1403'], false],
  ['大同', '扩大同期投入。', [], false],
  ['羣眾 ５g', '群众用上5G网络。', [], true],
  ['王小明', '记者见到了王小明。', [], true],
])('%s and “%s” of the divisions %j fit: %s', (words, sentence, codes, fits) => {
  const { article } = prepareArticle('标题', [sentence]);
  expect(fitsWords(toReadable(article, codes), readFollowedWords(words))).toBe(fits);
});

test('the words may stand apart, in a headline and in the body', () => {
  const { article } = prepareArticle('民生实事公布', ['阳曲县召开大会。']);
  expect(fitsWords(toReadable(article, []), readFollowedWords('阳曲县 民生'))).toBe(true);
});

test.each([
  ['08:00', 480],
  ['8：05', 485],
  ['8点半', 510],
  ['每天晚上八点', 1200],
  ['daily 08:00', 480],
  ['下午3点20分', 920],
  ['中午12点', 720],
  ['二十三点十五分', 1395],
  ['每日', 480],
  ['立即', 'each'],
  ['each', 'each'],
  ['25:00', null],
  ['8:60', null],
  ['明天', null],
])('/digest %s is understood as %s', (text, setting) => {
  expect(parseDigest(text)).toBe(setting);
});
