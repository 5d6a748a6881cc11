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
    ['五一假期青沙县旅游人次和收入是多少', '五一假期青沙县旅游人次是多少', '五一假期青沙县旅游收入是多少'],
    [
      '电影《青沙》在汀阳和澄州的上映时间分别是什么时候？',
      '电影《青沙》在汀阳的上映时间是什么时候？',
      '电影《青沙》在澄州的上映时间是什么时候？',
    ],
    [
      '分别有多少个国家和地区参加了汀阳车展和澄州书展？',
      '有多少个国家和地区参加了汀阳车展？',
      '有多少个国家和地区参加了澄州书展？',
    ],
    ['老年餐点2023年和2024年各有多少个', '老年餐点2023年有多少个', '老年餐点2024年有多少个'],
    [
      '2022年澄水奖最佳图书和最佳图书设计分别是什么？',
      '2022年澄水奖最佳图书是什么？',
      '2022年澄水奖最佳图书设计是什么？',
    ],
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
