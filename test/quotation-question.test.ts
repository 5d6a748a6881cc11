import { describe, expect, it } from 'vitest';
import { cutQuotation } from '../src/query/quotation-question.js';

const SAID = '七件实事已全部办完，群众满意率达到98.6%';
const NEWSPAPERS = ['澄州日报', '青泉晚报'];
const cut = (question: string, history: string[] = []) =>
  cutQuotation({ question, history, askedOn: '2023-02-12', filter: {} }, NEWSPAPERS);

describe('a question for the source of a quotation', () => {
  it.each([
    `“${SAID}”这句话出自哪天哪版`,
    `「${SAID}」出自哪里？`,
    `『${SAID}』这一段是从哪篇稿子里来的`,
    `"${SAID}" 这句话是哪篇报道里的`,
    `“${SAID}“这句话出自哪天`,
    `“${SAID}”的出处`,
    `“${SAID}”，原话是不是这样`,
    `原话是不是“${SAID}”`,
    `谁说的“${SAID}”这句话登在哪里`,
    `市长说“${SAID}”，这句话登在哪天的报纸上？`,
    `“${SAID}”是谁说的`,
    `“${SAID}”登在哪天哪版`,
    `“${SAID}”这句话澄州日报登过吗`,
    `“${SAID}”这句话是2023年2月10日哪一版登的`,
    `有没有哪期报纸登过“${SAID}”`,
    `我记得报纸上有这么一句话：“${SAID}”，是哪天的？`,
    `請問「${SAID}」這句話最早是什麼時候見報的？`,
    `哪期报纸登过这句话：${SAID}`,
    `哪期报纸登过这句话：“${SAID}”？`,
    `这句话登在第几版？${SAID}`,
    `出处：${SAID}`,
    `请核对原话：${SAID}`,
    `帮我找一下这句话的出处：${SAID}`,
    `下面这段话出自哪篇文章？\n${SAID}`,
    `${SAID}\n这句话出自哪里`,
    `${SAID}这句话是哪篇报道里的`,
    `${SAID}，这句话是谁说的，登在哪天`,
    `${SAID}出自哪天哪版`,
    `请问${SAID}出自哪篇报道`,
    `哪天的报纸登过${SAID}这句话`,
  ])('%s', (question) => {
    expect(cut(question)).toMatchObject({ quotation: SAID, isSure: true });
  });

  it.each([
    ['谁说的“今年要办七件实事”', true],
    ['“今年要办七件实事”登在哪天', false],
  ])('%s asks who said it: %s', (question, asksSpeaker) => {
    expect(cut(question)?.asksSpeaker).toBe(asksSpeaker);
  });

  it('keeps the marks inside the words', () => {
    const quotation = '青沙县“十四五”期间要办好“七件实事”';
    expect(cut(`${quotation}这句话出自哪天哪版`)?.quotation).toBe(quotation);
    expect(cut(`“${quotation}”这句话出自哪天哪版`)?.quotation).toBe(quotation);
  });

  it('leaves around the words what says where they were printed', () => {
    expect(cut(`澄州日报2月哪天登过“据青泉晚报3月1日报道，${SAID}”`)?.frame).toBe('澄州日报2月哪天登过');
  });

  it('asks for the words of the question before where it has none itself', () => {
    for (const before of [`“${SAID}”`, `${SAID}这句话是谁说的`, SAID])
      expect(cut('这句话出自哪天哪版', [before])).toMatchObject({ quotation: SAID, isSure: true });
    for (const before of [[], ['青沙县今年民生实事有哪些']])
      expect(cut('这句话出自哪天哪版', before)).toBeNull();
  });

  it.each([`“${SAID}”`, `${SAID}。`, '“槐南国际马拉松”什么时候报道的'])(
    '%s may mean it, and is a question like any other where it is printed nowhere',
    (question) => {
      expect(cut(question)).toMatchObject({ isSure: false });
    },
  );
});

describe('no question for the source of a quotation', () => {
  it.each([
    '“绿水青山就是金山银山”是什么意思',
    '“我们都要努力奋斗”这句话是什么意思',
    '“一泓清水入澄河”这句话怎么理解',
    '“清廉青沙”建设是谁提出的',
    '《青沙往事》的作者是谁',
    '《青沙县两条公路通车》登在第几版',
    '青沙县“十四五”规划的目标是什么',
    '“名医工作室”有多少个',
    '“名医工作室”登在哪天',
    '“一枚印章管审批”改革有哪些进展',
    '“做好今年民生实事工作”有哪些报道',
    '“青沙县今年民生实事”的报道登在哪天',
    '关于“七件民生实事办理情况”的报道出自哪里',
    '“槐南市民服务热线”号码是多少',
    '“槐南国际马拉松赛”什么时候举行',
    '青沙县民生实事的报道是谁写的',
    '青沙县今年民生实事有哪些',
    '哪天的报纸报道了青沙县民生实事',
    '澄州日报4版有什么文章',
    '澄州日报什么时候报道过青沙县',
    '2023年2月10日第4版登了什么',
    '市长在会上讲了什么',
    '这个消息是哪天登的',
    '晋祠这个名字出自哪里',
    '请介绍青沙县的民生实事。',
  ])('%s', (question) => {
    expect(cut(question)).toBeNull();
  });
});
