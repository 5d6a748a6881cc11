import { describe, expect, it } from 'vitest';
import { splitFacets } from '../src/query/split-facets.js';

describe('splitFacets', () => {
  it.each([
    ['2022年和2023年春节档首日票房冠军', ['2022年春节档首日票房冠军', '2023年春节档首日票房冠军']],
    ['《踏冰逐梦》的主演和导演是谁？', ['《踏冰逐梦》的主演是谁？', '《踏冰逐梦》的导演是谁？']],
    [
      '《李茂扮太子》是什么类型的电影？它的导演是谁？',
      ['《李茂扮太子》是什么类型的电影？', '《李茂扮太子》导演是谁？'],
    ],
    ['石渡大桥正式通车当天，301路每天往返多少班？', ['石渡大桥正式通车', '301路每天往返多少班？']],
    ['石渡大桥开工和图书馆新馆开馆哪个更早？', ['石渡大桥开工', '图书馆新馆开馆']],
    [
      '石渡大桥开工、图书馆新馆开馆和茶旅园开园，哪个事件发生得最早发生？',
      ['石渡大桥开工', '图书馆新馆开馆', '茶旅园开园'],
    ],
  ])('asks each thing of %s by itself', (question, facets) => {
    expect(splitFacets(question)).toEqual(facets);
  });

  it.each([
    '阳曲县今年民生实事有哪些',
    '新安西街棚户区改造、保障性租赁住房等项目总投资多少亿元',
    '四兴村易地扶贫安置点有多少套安置房,安置了多少人?',
    '启动首邑北路社区和锦绣大街社区新址建设了吗',
    '问',
  ])('leaves %s whole', (question) => {
    expect(splitFacets(question)).toEqual([question]);
  });
});
