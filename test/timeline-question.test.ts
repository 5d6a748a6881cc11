import { describe, expect, it } from 'vitest';
import { parseTimelineQuestion } from '../src/query/timeline-question.js';

const parse = (text: string) => parseTimelineQuestion(text, '2024-11-25');

describe('a question for the course of something', () => {
  it.each([
    ['石渡大桥的进展如何', '石渡大桥', false],
    ['石渡大桥建设进展怎么样', '石渡大桥', false],
    ['石渡大桥的来龙去脉', '石渡大桥', false],
    ['石渡大桥的建设过程', '石渡大桥', false],
    ['石渡大桥先后发生了什么', '石渡大桥', false],
    ['梳理一下石渡大桥的时间线', '石渡大桥', false],
    ['去年以来石渡大桥有哪些进展', '去年以来石渡大桥', false],
    ['石渡大桥修得怎么样了', '石渡大桥', false],
    ['石渡大桥现在怎么样了', '石渡大桥', true],
    ['石渡大桥最新进展', '石渡大桥', true],
    ['云坪热饭工程有什么新进展？', '云坪热饭工程', true],
  ])('%s → %s', (text, about, newestOnly) => {
    expect(parse(text)).toEqual({ about, newestOnly });
  });

  it.each([
    ['what happened on one day', '2022年4月3日，俄乌谈判的进展如何？'],
    ['what happened within a month', '2023年1月申花俱乐部有什么重要进展'],
    ['what was achieved', '青年企业家的经贸合作取得了哪些实质性进展？'],
    ['who said so', '谁提到了哪些领域取得了突破性进展？'],
    ['the weather', '今天天气怎么样'],
    ['a way', '石渡大桥经过哪些地方'],
    ['passing through', '301路经过几个小区'],
    ['nothing of its own', '事故的经过'],
    ['a process', '责任要细化到哪个过程和哪个层级'],
  ])('is not one for %s: %s', (_, text) => {
    expect(parse(text)).toBeNull();
  });
});
