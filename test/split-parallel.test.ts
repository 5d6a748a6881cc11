import { describe, expect, it } from 'vitest';
import { splitParallel } from '../src/query/split-parallel.js';

describe('one thing asked of two', () => {
  it.each([
    [
      '青沙油田2021年和2022年的产量分别是多少？',
      '青沙油田2021年的产量是多少？',
      '青沙油田2022年的产量是多少？',
    ],
    ['2022年澳网男单和女单冠军分别是谁？', '2022年澳网男单冠军是谁？', '2022年澳网女单冠军是谁？'],
    ['上海和北京2023年新任市长是谁？', '上海2023年新任市长是谁？', '北京2023年新任市长是谁？'],
    ['2022年考研和高考报名人数分别是多少？', '2022年考研报名人数是多少？', '2022年高考报名人数是多少？'],
  ])('is asked of each: %s', (question, first, second) => {
    expect(splitParallel(question)).toEqual([first, second]);
  });

  it.each([
    ['a meeting of two', '布林肯和王毅会晤的时间'],
    ['a name in marks', '《战争和和平》的作者是谁'],
    ['a total of both', '牺牲的民警和辅警总共多少人'],
    ['a question that comes before the two', '周军什么时候被开除党籍和公职'],
    ['a comparison', '甲事件和乙事件哪个发生的时间更早'],
    ['nothing asked of each', '阳曲县和谐社区建设'],
  ])('is not %s', (_, question) => {
    expect(splitParallel(question)).toBeNull();
  });
});
