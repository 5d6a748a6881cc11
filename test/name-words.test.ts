import { expect, it } from 'vitest';
import { nameWords } from '../src/answer/kinds/name-words.js';

it.each([
  ['阳曲县民生实事', ['阳曲县', '民生', '实事']],
  ['301路公交', ['301路', '公交']],
  ['望河路的路灯', ['望河路', '路灯']],
  ['春运', ['春运']],
  ['程砚清', ['程砚清']],
])('nameWords keeps together what names a thing: %s', (about, words) => {
  expect(nameWords(about)).toEqual(words);
});
