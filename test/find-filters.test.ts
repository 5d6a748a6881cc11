import { describe, expect, it } from 'vitest';
import type { Filter } from '../src/domain/query.js';
import { findFilters } from '../src/query/find-filters.js';

const HELD = ['太原日报', '太原晚报', '经济日报', 'China Daily'];
const DAILY = { newspaper: '太原日报' };

/** The filter, and what is left of the question when its words are cut out. */
function read(question: string): [Filter, string] {
  const { filter, spans } = findFilters(question, HELD);
  const rest = [...spans]
    .reverse()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), question);
  return [filter, rest];
}

describe('a newspaper or a page is a wall where the question names it as its source', () => {
  it.each<[string, Filter, string]>([
    ['太原日报3版有什么新闻', { ...DAILY, page: '3' }, '有什么新闻'],
    ['《太原日报》第3版讲了什么', { ...DAILY, page: '3' }, '讲了什么'],
    ['太原日报头版头条是什么', { ...DAILY, page: '1' }, '头条是什么'],
    ['太原日报第四版的文章', { ...DAILY, page: '4' }, '文章'],
    ['太原日报A04版有哪些消息', { ...DAILY, page: 'A04' }, '有哪些消息'],
    ['太原日报２０２３年２月１０日第０４版', { ...DAILY, page: '4' }, '２０２３年２月１０日'],
    ['2月10日太原日报4版登的稿件', { ...DAILY, page: '4' }, '2月10日登的稿件'],
    ['太原日报上周关于供水的报道', DAILY, '上周关于供水的'],
    ['《太原日报》2023年2月10日有什么新闻', DAILY, '2023年2月10日有什么'],
    ['太原日报昨天报道了阳曲县的哪些事', DAILY, '昨天阳曲县的哪些事'],
    ['太原日报怎么报道阳曲县民生实事的', DAILY, '阳曲县民生实事的'],
    ['阳曲县的民生实事太原日报是如何报道的', DAILY, '阳曲县的民生实事'],
    ['太原日报对阳曲县的民生实事是怎么报道的', DAILY, '对阳曲县的民生实事'],
    ['太原日报登了哪些招聘信息', DAILY, '哪些招聘信息'],
    ['太原日报发表过哪些评论', DAILY, '哪些评论'],
    ['太原日报关于供水管网的报道有哪些', DAILY, '关于供水管网的有哪些'],
    ['太原日报那篇关于供水的文章是谁写的', DAILY, '那篇关于供水的是谁写的'],
    ['太原日报的文章里谁谈到了供水', DAILY, '的里谁谈到了供水'],
    ['太原日报有哪些关于供水的报道', DAILY, '有哪些关于供水的'],
    ['在太原日报上，阳曲县今年民生实事有哪些', DAILY, '在，阳曲县今年民生实事有哪些'],
    ['据《太原日报》，阳曲县今年修了几条路', DAILY, '，阳曲县今年修了几条路'],
    ['只看太原日报，今年修了几条路', DAILY, '，今年修了几条路'],
    ['太原日報怎麼報道陽曲縣', DAILY, '陽曲縣'],
    ['《ＣＨＩＮＡ　ＤＡＩＬＹ》怎么报道太原', { newspaper: 'China Daily' }, '太原'],
    ['经济日报怎么报道太原', { newspaper: '经济日报' }, '太原'],
    ['人民日报3版说了什么', { newspaper: '人民日报', page: '3' }, '说了什么'],
    ['《文汇报》第2版有什么', { newspaper: '文汇报', page: '2' }, '有什么'],
    ['大同日报上周有什么新闻', { newspaper: '大同日报' }, '上周'],
    ['山西日报登了哪些文章', { newspaper: '山西日报' }, ''],
    ['山西日报报道了什么', { newspaper: '山西日报' }, ''],
    ['只看大同日报，今年修了几条路', { newspaper: '大同日报' }, '，今年修了几条路'],
    ['昨天头版有什么新闻', { page: '1' }, '昨天有什么新闻'],
    ['2023年2月10日第4版有哪些稿件', { page: '4' }, '2023年2月10日有哪些稿件'],
  ])('%s', (question, filter, rest) => {
    expect(read(question)).toEqual([filter, rest]);
  });

  it.each([
    '太原日报社在哪里',
    '太原日报社上周举办了什么活动',
    '太原日报总编辑是谁',
    '太原日报的总编辑是谁',
    '太原日报创刊于哪年',
    '《太原日报》创刊于哪一年',
    '太原日报1952年创刊时有多少人',
    '太原日报去年发行量是多少',
    '太原日报今年的订阅价格是多少',
    '太原日报今年改版了吗',
    '太原日报有多少记者',
    '太原日报的评论员是谁',
    '太原日报上市了吗',
    '太原日报在哪里办公',
    '太原日报去年获得了什么奖',
    '订阅太原日报2023年多少钱',
    '太原日报记者王建国获得什么奖',
    '太原日报和太原晚报怎么报道供水',
    '太原日报关于供水的报道和古交通车是在同一年吗',
    '太原日报报道供水和古交通车哪个事件发生得更早',
    '人民日报怎么报道阳曲县',
    '大同日报上周怎么评论太原的新闻',
    '山西经济日报怎么报道太原',
    '《论语》第3版有什么改动',
    '新教材第二版什么时候用',
    '国务院通报3版软件的问题',
    '2023版社保卡怎么办',
    '太原日报是什么级别的报纸',
    '读者为什么只看太原晚报',
  ])('%s: not so', (question) => {
    expect(read(question)).toEqual([{}, question]);
  });
});

describe('a contributor is a wall where the question wants their work', () => {
  it.each<[string, Filter, string]>([
    ['记者王建国写的关于供水的报道', { contributor: '王建国' }, '关于供水的报道'],
    ['记者王建国的报道有哪些', { contributor: '王建国' }, '有哪些'],
    ['记者王建国报道了什么', { contributor: '王建国' }, '什么'],
    ['记者王建国的供水报道', { contributor: '王建国' }, '供水'],
    ['王建国写过哪些报道', { contributor: '王建国' }, ''],
    ['王建国采写的报道', { contributor: '王建国' }, ''],
    ['罗丽写的吕梁的报道', { contributor: '罗丽' }, '吕梁'],
    ['作者是李明的文章', { contributor: '李明' }, ''],
    ['通讯员张秀英关于春耕的稿件', { contributor: '张秀英' }, '关于春耕的'],
    ['摄影记者赵志强拍的照片', { contributor: '赵志强' }, ''],
    ['王建国摄的照片', { contributor: '王建国' }, ''],
    ['供水的事，王建国记者的报道怎么说', { contributor: '王建国' }, '供水的事，怎么说'],
    ['太原日报记者王建国写的文章', { ...DAILY, contributor: '王建国' }, ''],
  ])('%s', (question, filter, rest) => {
    expect(read(question)).toEqual([filter, rest]);
  });

  it.each([
    '记者采访了谁',
    '记者王建国获得什么奖',
    '记者王建国采访了谁',
    '记者王建国是哪里人',
    '记者节的报道有哪些',
    '记者现场拍摄的照片',
    '记者眼中的新闻',
    '王建国写的书叫什么',
    '作者王建国写的小说获得什么奖',
    '摄影展的照片在哪里展出',
    '摄影大赛的作品有多少',
    '王建国是谁',
    '谁写的报道',
  ])('%s: not so', (question) => {
    expect(read(question)).toEqual([{}, question]);
  });
});

describe('a column is a wall where the question wants its articles', () => {
  it.each<[string, Filter, string]>([
    ['“民生热线”专栏里说了什么', { column: '民生热线' }, '说了什么'],
    ['"民生热线"专栏最近有哪些文章', { column: '民生热线' }, '最近有哪些文章'],
    ['在《民生热线》栏目里，供水怎么解决', { column: '民生热线' }, '，供水怎么解决'],
    ['专栏“文史漫谈”的文章', { column: '文史漫谈' }, '文章'],
    ['太原日报“民生热线”栏目3月登了什么', { column: '民生热线' }, '太原日报3月登了什么'],
  ])('%s', (question, filter, rest) => {
    expect(read(question)).toEqual([filter, rest]);
  });

  it.each([
    '“民生热线”专栏是谁主持的',
    '《民生热线》栏目的主持人是谁',
    '太原电视台开设了“民生热线”专栏吗',
    '央视《焦点访谈》栏目里说了什么',
    '“民生热线”电话是多少',
    '《民生热线》讲了什么',
  ])('%s: not so', (question) => {
    expect(read(question)).toEqual([{}, question]);
  });
});

describe('a place is a wall where the question wants nothing else', () => {
  it.each<[string, Filter, string]>([
    ['只看阳曲县，今年民生实事有哪些', { place: '阳曲县' }, '，今年民生实事有哪些'],
    ['今年民生实事有哪些（仅限阳曲县）', { place: '阳曲县' }, '今年民生实事有哪些（）'],
    ['今年民生实事有哪些，限阳曲', { place: '阳曲' }, '今年民生实事有哪些，'],
    ['请只看吕梁的供水', { place: '吕梁' }, '请供水'],
    ['只看青沙县的供水', { place: '青沙县' }, '供水'],
    ['太原日报3版，只看阳曲县', { ...DAILY, page: '3', place: '阳曲县' }, '，'],
  ])('%s', (question, filter, rest) => {
    expect(read(question)).toEqual([filter, rest]);
  });

  it.each([
    '阳曲县今年民生实事有哪些',
    '游客为什么只看晋祠',
    '限行区域有哪些',
    '限速区在哪里',
    '仅限太原市民申请的补贴有哪些',
    '只看阳曲县和古交市的供水',
    '只看不买的人多吗',
    '太原限购政策是什么',
  ])('%s: not so', (question) => {
    expect(read(question)).toEqual([{}, question]);
  });
});

describe('the words that name a wall', () => {
  it('stand apart, in order, inside the question', () => {
    const question = '只看阳曲县：太原日报2月10日4版“民生热线”专栏里，记者王建国写的报道';
    const { filter, spans } = findFilters(question, HELD);
    expect(filter).toEqual({
      ...DAILY,
      page: '4',
      column: '民生热线',
      contributor: '王建国',
      place: '阳曲县',
    });
    expect(spans.map(({ start, end }) => question.slice(start, end))).toEqual([
      '只看阳曲县',
      '太原日报',
      '4版“民生热线”专栏里',
      '记者王建国写的报道',
    ]);
  });

  it('are none where the archive holds nothing and the question says nothing', () => {
    expect(findFilters('', [])).toEqual({ filter: {}, spans: [] });
    expect(findFilters('太原日报怎么报道供水', [])).toEqual({ filter: {}, spans: [] });
  });
});
