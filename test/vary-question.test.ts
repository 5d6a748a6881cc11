import { describe, expect, test } from 'vitest';
import { askCourse, varyPlace, varyYear } from '../src/query/vary-question.js';

const TODAY = '2023-02-12';
const questions = (variations: { question: string }[]) => variations.map(({ question }) => question);

describe('a question varied', () => {
  test.each([
    ['今年栖县种了多少树', ['2022年栖县种了多少树', '2024年栖县种了多少树']],
    ['栖县2024年种了多少树', ['栖县2023年种了多少树']],
    ['2022年和2023年种树有什么不同', []],
    ['昨天栖县种了多少树', []],
    ['栖县种了多少树', []],
    ['今年栖县的八件实事是什么', []],
  ])('by the years next to it that are held: %s', (question, expected) => {
    expect(questions(varyYear(question, TODAY, { from: '2022-03-01', to: '2024-12-31' }))).toEqual(expected);
  });

  test('by other places of its rank, those first that most texts name', () => {
    const texts = ['娄烦县修路', '清徐县修桥', '清徐县开会', '小店区招生', '太原市开会', '阳曲县种树'];
    expect(questions(varyPlace('阳曲县今年民生实事有哪些', TODAY, texts))).toEqual([
      '清徐县今年民生实事有哪些',
      '娄烦县今年民生实事有哪些',
      '小店区今年民生实事有哪些',
    ]);
  });

  test.each(['阳曲县和清徐县有哪些新路', '民生实事有哪些', '阳曲县今年的七件实事有哪些', '阳曲县县长是谁'])(
    'not by other places where that would ask something else: %s',
    (question) => {
      expect(varyPlace(question, TODAY, ['娄烦县修路', '阳曲县'])).toEqual([]);
    },
  );

  test.each([
    ['石渡大桥什么时候通车', ['石渡大桥的进展如何']],
    ['市人民医院迁建工程花了多少钱', ['市人民医院迁建工程的进展如何']],
    ['石渡大桥的进展如何', []],
    ['谁设计了石渡大桥', []],
    ['市图书馆几点开门', []],
    ['市图书馆新馆几点开门', ['市图书馆新馆的进展如何']],
    ['石渡大桥和下津大桥哪个长', []],
    ['2023年石渡大桥花了多少钱', []],
    ['明天下雨吗', []],
  ])('to the course of what it begins with: %s', (question, expected) => {
    expect(questions(askCourse(question, TODAY))).toEqual(expected);
  });
});
