import { standsAt } from './measure-words.js';

const DIGIT = '[零〇一二三四五六七八九]';
/** 千 of 千克 and 千瓦 belongs to the unit. */
const NUMERAL = '(?:[零〇一二两三四五六七八九十百万亿]|千(?![克瓦伏卡帕赫]))';
/** 几百, 数十, 上千, 成百: nobody knows how many. */
const NOT_UNKNOWN = '(?<![几数上成](?=[十百千万亿]))';
/** Neither 三点五十分 nor 两点一线 holds a decimal. */
const DECIMAL = `点${DIGIT}+(?![零〇一二三四五六七八九十百千分刻线滴])`;
/** 三成, but not 一成不变 or 十成员. */
const TENTHS = '成(?![立为本员果功熟长绩交都年品份效就语千人家形型分群套对双婚不因败全章样像城])';
/** A point is a decimal one where it is the only one: 2023.2.10 is three numbers. */
const ARABIC = String.raw`(?:(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:(?<!\.\d+)\.\d+(?!\.?\d))?`;
const FACTORS = '[百千万亿]*(?:[百万亿]|千(?![米克瓦伏卡帕赫]))(?!分之)';

/** One number of a folded text, from where it begins: 1,200; 3亿5000万; 二〇二三; 一点五万; 百分之五; 0.5%; 三成. */
const NUMBER = new RegExp(
  `(?<share>[百千万]分之)?(?:(?<arabic>${ARABIC}(?:\\s?[余多]?${FACTORS}(?:\\d+${FACTORS})*)?)` +
    `|(?<!\\d|${NUMERAL})${NOT_UNKNOWN}(?<chinese>${NUMERAL}+)(?!${NUMERAL}|几)(?<decimal>${DECIMAL}[万亿]*)?)` +
    `(?<suffix>\\s?[%‰]|${TENTHS})?`,
  'uy',
);

/** 1 for each UTF-16 unit that a number may begin with: most of a text is passed over without the pattern. */
const starts = new Uint8Array(0x10000);
for (const character of '0123456789零〇一二两三四五六七八九十百千万亿') starts[character.charCodeAt(0)] = 1;

/** The numbers of a folded text as the pattern reads them, without those that the sticky `passOver` reads. */
export function* scanNumbers(folded: string, passOver?: RegExp): Generator<RegExpExecArray> {
  let at = 0;
  while (at < folded.length) {
    if (!starts[folded.charCodeAt(at)]) {
      at++;
      continue;
    }
    if (passOver && standsAt(passOver, folded, at)) {
      at = passOver.lastIndex;
      continue;
    }
    NUMBER.lastIndex = at;
    const found = NUMBER.exec(folded);
    if (found) yield found;
    at = found ? at + found[0].length : at + 1;
  }
}

/** The parts of an Arabic number with factors: 3亿5000万 → 3 and 亿, 5000 and 万. */
export const ARABIC_PART = /([\d.]+)\s?[余多]?([百千万亿]*)/gu;
