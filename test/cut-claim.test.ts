import { describe, expect, it } from 'vitest';
import { cutClaim } from '../src/answer/cut-claim.js';

const SENTENCE =
  '石渡大桥位于石渡县下津乡，横跨澄水，全长1260米，桥面宽24.5米，双向四车道，两侧设非机动车道和人行道，总投资3.8亿元。';

function cut(answer: string, words: string[], most: number, sentence = SENTENCE): string {
  const start = sentence.indexOf(answer);
  const span = cutClaim(sentence, { start, end: start + answer.length }, words, most);
  return sentence.slice(span.start, span.end);
}

describe('the clauses of a sentence that are shown', () => {
  it('are the whole sentence where it fits', () => {
    expect(cut('1260米', [], 200)).toBe(SENTENCE);
  });

  it('hold the answer and lean to the words of the question', () => {
    expect(cut('1260米', ['石渡大桥'], 30)).toBe('石渡大桥位于石渡县下津乡，横跨澄水，全长1260米，');
    expect(cut('3.8亿元', ['总投资'], 12)).toBe('总投资3.8亿元。');
  });

  it('never cut the answer, however short the room', () => {
    expect(cut('24.5米，双向四车道', [], 5)).toBe('桥面宽24.5米，双向四车道，');
  });

  it('close the marks that they open', () => {
    const sentence =
      '他说：“今年，我们建成了八座桥，明年再建三座。”会后他去了现场查看进度和质量情况，还慰问了工人。';
    expect(cut('八座桥', ['建成'], 14, sentence)).toBe('“今年，我们建成了八座桥，明年再建三座。”');
  });

  it('do not cut a number or a time of day in two', () => {
    const sentence = '首班车10:30发车，票价1,200元起，全天共发车二十八班，沿途停靠十六站，欢迎市民乘坐体验。';
    expect(cut('1,200元', ['票价'], 12, sentence)).toBe('票价1,200元起，');
  });
});
