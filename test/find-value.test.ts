import { describe, expect, it } from 'vitest';
import { understand } from '../src/query/understand.js';
import { createValueFinder } from '../src/search/find-value.js';

function valuesOf(question: string, sentence: string): string[] {
  const query = understand({ question, askedOn: '2024-11-25', filter: {}, history: [] });
  return createValueFinder(query)(sentence).map(({ start, end }) => sentence.slice(start, end));
}

describe('the values that a question asks for', () => {
  it.each([
    ['a count by its unit', '加装了多少部电梯', '今年加装电梯60部，惠及居民3000户', ['60部']],
    ['any amount where the word behind 多少 is no unit', '新增多少确诊病例', '新增病例7例', ['7']],
    ['money where money is asked for', '总投资多少', '全长1260米，总投资3.8亿元', ['3.8亿元']],
    ['what it cost, not what it charges', '大桥花了多少钱', '投资3.8亿元，公交票价3元', ['3.8亿元']],
    ['a share where growth is asked for', '销量同比增长多少', '销量8.5万辆，同比增长14.8%', ['14.8%']],
    ['the amount that something grew to', '用户增长到多少', '用户增至3.2万', ['3.2万']],
    ['a length', '大桥有多长', '大桥全长1260米，投资3.8亿元', ['1260米']],
    ['how long something took', '封路多长时间', '8月1日起封路三天', ['三天']],
    ['a term', '提交后多久答复', '窗口在提交后5个工作日办结，30日内答复', ['5个工作日', '30日']],
    ['a day', '什么时候通车', '11月18日上午通车', ['11月18日']],
    ['a year alone', '哪一年建成', '1998年5月建成', ['1998年']],
    ['persons, without who signed', '谁主持会议', '（记者 何晓舟）市长梁思远主持会议', ['梁思远']],
    ['a person behind an institution', '主讲人是谁', '邀请中华学院李明舜教授主讲', ['李明舜']],
    ['a person whose name the dictionary cuts apart', '谁受到表彰', '陶建业被评为先进', ['陶建业']],
    ['a person with a rare name behind an office', '首相是谁', '日本首相海部俊树抵达机场', ['海部俊树']],
    ['a foreign name in one piece', '谁发表了演说', '总统博尔索纳罗发表演说', ['博尔索纳罗']],
    ['a name in Latin letters', '与谁诉讼', '公司起诉艺术家Ann Miller侵权', ['Ann Miller']],
    ['a country', '哪个国家主办', '活动在泰国启动', ['泰国']],
    ['a name in marks', '吉祥物叫什么', '吉祥物“澄澄”亮相', ['“澄澄”']],
  ])('are %s', (_, question, sentence, values) => {
    expect(valuesOf(question, sentence)).toEqual(values);
  });

  it.each([
    ['a day where an amount is asked for', '粮食总产量是多少', '12月10日，第3版'],
    ['what the question says itself', '2024年多少年了', '2024年'],
    ['近日, which tells no day', '什么时候开工', '近日开工'],
    ['words that begin as surnames do', '谁出席', '确定了时间表、路线图，严格责任落实，保障安全性'],
    ['an office without a name', '谁出席', '市委常委、宣传部负责人和季后赛'],
    ['a title without a name', '主讲人是谁', '李教授立足实际'],
  ])('are not %s', (_, question, sentence) => {
    expect(valuesOf(question, sentence)).toEqual([]);
  });
});
