import { describe, expect, it } from 'vitest';
import { parseCountQuestion } from '../src/query/count-question.js';

const parse = (text: string) => parseCountQuestion(text, ['澄州日报', '汀阳晚报'], '2024-11-25');

describe('a question how often something was printed', () => {
  it.each([
    ['石渡大桥报道了几次', '石渡大桥', null],
    ['石渡大桥一共报道过多少次？', '石渡大桥', null],
    ['石渡大桥登过几回', '石渡大桥', null],
    ['石渡大桥被报道过多少次', '石渡大桥', null],
    ['石渡大桥上过几次报纸', '石渡大桥', null],
    ['程砚清的报道次数', '程砚清', null],
    ['2023年石渡大桥报道了几次', '石渡大桥', null],
    ['今年报道了多少次石渡大桥', '石渡大桥', null],
    ['有多少篇关于石渡大桥的报道', '石渡大桥', null],
    ['石渡大桥有多少篇报道', '石渡大桥', null],
    ['关于阳曲县民生实事的报道一共有几篇', '阳曲县民生实事', null],
    ['有几篇报道提到程砚清', '程砚清', null],
    ['石渡大桥相关报道有多少', '石渡大桥', null],
    ['洲头区上了几次新闻', '洲头区', null],
    ['春运报道了几次', '春运', null],
    ['澄州日报报道过几次石渡大桥', '石渡大桥', '澄州日报'],
    ['澄州日报登过几篇关于石渡大桥的文章', '石渡大桥', '澄州日报'],
    ['太原日报阳曲县民生实事报道了几次', '阳曲县民生实事', '太原日报'],
  ])('%s → %s', (text, about, newspaper) => {
    expect(parse(text)).toEqual({ about, newspaper });
  });

  it.each([
    ['a number in an article', '降雪报道了多少起事故'],
    ['calls that were taken', '122指挥中心接到多少起报警'],
    ['papers that somebody wrote', '李明发表了多少篇论文'],
    ['times that something happened', '今年发生了几次地震'],
    ['matches', '国足赢了几次'],
    ['nothing of its own', '媒体报道了几次'],
    ['what somebody reported', '地震台网报道了多少次余震'],
    ['something beside', '谁的报道有多少篇'],
    ['visits', '他去过几次太原'],
  ])('is not one for %s: %s', (_, text) => {
    expect(parse(text)).toBeNull();
  });
});
