import { expect, it } from 'vitest';
import type { Question } from '../src/domain/query.js';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';

const PAGES = {
  '澄州日报/2023-03-02/01版.txt': `石渡大桥建成通车

本报讯 3月1日，石渡大桥建成通车，全长1280米，总投资3.2亿元。

五一青沙县旅游人气旺

本报讯 去年五一假期，青沙县接待游客12.6万人次，实现旅游收入8400万元，同比分别增长7%和9%。`,
  '澄州日报/2023-03-20/02版.txt': `槐南图书馆新馆开馆

本报讯 3月19日，槐南图书馆新馆开馆，藏书40万册，首日接待读者3100人。

电影《青沙》开拍

本报讯 电影《青沙》开拍，由甘立导演。王平、李露、张远主演该片。主演王平说，他很喜欢这个故事。`,
  '澄州日报/2023-03-02/03版.txt': `301路公交今起加密

本报讯 3月1日起，301路公交每天往返86班。

本报讯 去年冬天，301路公交每天往返40班。`,
};

const question = (text: string): Question => ({
  question: text,
  askedOn: '2023-04-01',
  filter: {},
  history: [],
});

async function ask(text: string) {
  const { service } = await openArchiveOf([writeFiles(PAGES)]);
  return service.ask(question(text));
}

it('tells what is compared in time in its order, each with its day, and which comes first', async () => {
  const { sentences, notes } = await ask('槐南图书馆新馆开馆和石渡大桥建成通车哪个更早？');
  expect(sentences[0]?.text).toMatch(/^【石渡大桥建成通车】2023年3月1日：/u);
  expect(sentences[1]?.text).toMatch(/^【槐南图书馆新馆开馆】2023年3月19日：/u);
  expect(notes).toContain('按日期看，较早的是：石渡大桥建成通车（2023年3月1日）。');
});

it('says which comes last where that is asked', async () => {
  const { notes } = await ask('槐南图书馆新馆开馆和石渡大桥建成通车哪个更晚？');
  expect(notes).toContain('按日期看，较晚的是：槐南图书馆新馆开馆（2023年3月19日）。');
});

it('draws no conclusion where one of the two is not held, and names it', async () => {
  const { sentences, notes } = await ask('石渡大桥建成通车和澄水铁塔点亮哪个更早？');
  expect(sentences).toHaveLength(1);
  expect(notes.join('')).not.toContain('按日期看');
  expect(notes).toContain('档案中没有找到关于“澄水铁塔点亮”的内容。');
});

it('looks on the day of one thing for what is asked of another', async () => {
  const { answer, notes } = await ask('石渡大桥建成通车当天，301路公交每天往返多少班？');
  expect(answer).toContain('86班');
  expect(notes.join('')).not.toContain('当天的内容');
});

it('shows two quantities of one sentence in one claim', async () => {
  const { sentences } = await ask('去年五一假期青沙县旅游人次和旅游收入分别是多少？');
  expect(sentences.filter(({ text }) => /12\.6万人次/u.test(text))).toHaveLength(1);
  expect(sentences.some(({ text }) => /12\.6万人次.*8400万元/u.test(text))).toBe(true);
});

it('names all who have a role that is shared', async () => {
  const { answer } = await ask('电影《青沙》的主演和导演是谁？');
  for (const name of ['王平', '李露', '张远', '甘立']) expect(answer).toContain(name);
});
