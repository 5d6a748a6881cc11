import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeQuestion } from '../src/query/complete-question.js';

const TODAY = '2023-02-10';

const FRAGMENTS = [
  ...[
    '阳曲县',
    '晋源区',
    '太原',
    '小店',
    '今年',
    '去年',
    '3月份',
    '昨天',
    '民生实事',
    '石渡大桥',
    '2号线',
    '春运',
  ],
  ...[
    '有哪些',
    '谁',
    '多少',
    '什么时候',
    '在哪里',
    '几点',
    '负责',
    '投资',
    '开工',
    '的',
    '和',
    '呢',
    '那',
    '换成',
  ],
  ...[
    '它',
    '该县',
    '这个项目',
    '那里',
    '他',
    '其中',
    '《',
    '》',
    '，',
    '？',
    '第三件',
    '详细说说',
    'GDP',
    '😀',
    '\n',
  ],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 7 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const history = fc.array(
  fc.oneof(
    text,
    text.map((long) => long.repeat(40)),
  ),
  { maxLength: 5 },
);

/** Words that only tie a question to another, or point at what is named instead of them. */
const TIES = /它|该县|这个项目|那里|他|那|换成|其中|详细说说|的|和|呢|[，？\n《》]|\s/u;

describe('completeQuestion', () => {
  it('never throws, and gives back a question before which nothing was asked', () => {
    fc.assert(
      fc.property(text, history, (question, earlier) => {
        expect(typeof completeQuestion(question, earlier, TODAY)).toBe('string');
        expect(completeQuestion(question, [], TODAY)).toBe(question);
      }),
    );
  });

  it('never loses a word of the question', () => {
    const pieces = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 6 });
    fc.assert(
      fc.property(pieces, history, (words, earlier) => {
        const full = completeQuestion(words.join(''), earlier, TODAY);
        for (const word of words.filter((word) => !TIES.test(word))) expect(full).toContain(word);
      }),
      { numRuns: 300 },
    );
  });

  it('takes nothing over from what is no question', () => {
    const nonsense = ['', ' ', '？？？', '😀', '。', '为什么'];
    for (const question of ['晋源区呢', '去年呢', '谁负责', '它在哪里']) {
      expect(completeQuestion(question, nonsense, TODAY)).toBe(question);
    }
  });

  it('takes nothing over from a pasted article', () => {
    const pasted = '阳曲县今年将办好七件民生实事，新建三所幼儿园。'.repeat(20);
    expect(completeQuestion('晋源区呢', [pasted], TODAY)).toBe('晋源区呢');
  });

  it('leaves a long question as it is', () => {
    const long =
      '那晋源区今年准备新建的几所学校和几所幼儿园分别在什么地方，什么时候开始招生，由谁负责建设，投资是多少呢';
    expect(completeQuestion(long, ['阳曲县今年民生实事有哪些'], TODAY)).toBe(long);
  });

  it('finds the question behind many follow-ups', () => {
    const turns = ['晋源区呢', '去年呢', '小店区呢', '前年呢', '万柏林区呢'];
    expect(completeQuestion('谁负责', ['阳曲县今年民生实事有哪些', ...turns], TODAY)).toBe(
      '万柏林区前年民生实事谁负责',
    );
  });
});
