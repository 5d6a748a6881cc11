import { describe, expect, it } from 'vitest';
import { parseCompareQuestion } from '../src/query/compare-question.js';

const parse = (text: string) => parseCompareQuestion(text, '2024-11-25');
const THIS_AND_LAST: [string, string][] = [
  ['今年', '青沙县今年民生实事有哪些'],
  ['去年', '青沙县去年民生实事有哪些'],
];

describe('a question that compares times', () => {
  it.each<[string, [string, string][]]>([
    ['青沙县今年民生实事和去年相比有什么不同', THIS_AND_LAST],
    ['青沙县今年民生实事比去年多了什么？', THIS_AND_LAST],
    ['青沙县今年和去年的民生实事有什么变化', THIS_AND_LAST],
    [
      '青沙县民生实事比2022年多了哪些项目',
      [
        ['今年', '今年青沙县民生实事有哪些'],
        ['2022年', '2022年青沙县民生实事有哪些'],
      ],
    ],
    [
      '2022和2023年青沙县民生实事有什么区别',
      [
        ['2022', '2022年青沙县民生实事有哪些'],
        ['2023年', '2023年青沙县民生实事有哪些'],
      ],
    ],
    [
      '上半年和下半年的降雨量有什么不同',
      [
        ['上半年', '上半年降雨量是多少'],
        ['下半年', '下半年降雨量是多少'],
      ],
    ],
    [
      '青沙县的民生实事比2022年多了哪些',
      [
        ['今年', '今年青沙县的民生实事有哪些'],
        ['2022年', '2022年青沙县的民生实事有哪些'],
      ],
    ],
    [
      '望河区去年和今年加装电梯哪年多',
      [
        ['去年', '望河区去年加装电梯多少'],
        ['今年', '望河区今年加装电梯多少'],
      ],
    ],
  ])('%s', (text, sides) => {
    expect(parse(text)).toEqual({
      sides: sides.map(([label, question]) => ({ label, question })),
      ofTimes: true,
    });
  });
});

describe('a question that compares places or things', () => {
  it.each<[string, string[]]>([
    ['阳曲县和晋源区的民生实事有什么区别', ['阳曲县民生实事有哪些', '晋源区民生实事有哪些']],
    ['对比阳曲县和晋源区的民生实事', ['阳曲县民生实事有哪些', '晋源区民生实事有哪些']],
    ['阳曲县和晋源区的民生实事比一比', ['阳曲县民生实事有哪些', '晋源区民生实事有哪些']],
    ['比一比阳曲县和晋源区的民生实事', ['阳曲县民生实事有哪些', '晋源区民生实事有哪些']],
    ['阳曲县的民生实事比晋源区多几件', ['阳曲县民生实事有哪些', '晋源区民生实事有哪些']],
    ['阳曲县和晋源区的民生实事有哪些', ['阳曲县民生实事有哪些', '晋源区民生实事有哪些']],
    [
      '小店区、晋源区和阳曲县今年的民生实事有什么不同',
      ['小店区今年的民生实事有哪些', '晋源区今年的民生实事有哪些', '阳曲县今年的民生实事有哪些'],
    ],
    ['望河区和槐南区哪个加装电梯多', ['望河区加装电梯多少', '槐南区加装电梯多少']],
    ['石渡大桥和汾河大桥哪个长', ['石渡大桥全长多少', '汾河大桥全长多少']],
    ['301路和28路票价哪个更贵', ['301路票价是多少', '28路票价是多少']],
    ['石渡大桥和城际铁路哪个投资多？', ['石渡大桥投资多少', '城际铁路投资多少']],
  ])('%s', (text, questions) => {
    const compared = parse(text);
    expect(compared?.sides.map(({ question }) => question)).toEqual(questions);
    expect(compared?.ofTimes).toBe(false);
  });
});

describe('what is no such comparison', () => {
  it.each([
    ['a difference that an article tells', '外汇储备规模与6月末相比上升了多少亿美元'],
    ['a change that an article tells', '毕业生的去向落实率相比去年同期有什么变化'],
    ['dates', '石渡大桥通车和城际铁路开工哪个更早'],
    ['the same day', '石渡大桥通车和城际铁路开工是同一个月吗'],
    ['the days between', '石渡大桥通车和城际铁路开工相差多少天'],
    ['an office', '阳曲县和晋源区谁是县长'],
    ['a record', '险情当天，美国股市收盘时，哪个股指再创历史新高'],
    ['a league', '比赛开幕当天，谁得分最高'],
    ['something between two places', '阳曲县和晋源区之间有哪些公交线路'],
    ['one place', '阳曲县的民生实事有哪些'],
    ['an amount above a norm', '石渡大桥的投资比概算增加了多少'],
    ['growth', '今年供热面积比去年增加了多少'],
  ])('%s: %s', (_, text) => {
    expect(parse(text)).toBeNull();
  });
});
