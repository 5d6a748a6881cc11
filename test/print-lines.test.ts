import { describe, expect, it } from 'vitest';
import { buildBlocks } from '../ingest/pages/blocks/build-blocks.js';
import { cleanLines } from '../ingest/pages/blocks/line.js';
import { wrapLines } from './helpers/make-page/wrap-lines.js';

/** The texts of a page's blocks: paragraphs, headlines, signatures. */
const blocksOf = (lines: readonly string[], between = '\n') =>
  buildBlocks(cleanLines(lines.join(between))).map(({ text }) => text);

const LEAD =
  '本报讯 2月9日，石渡大桥工地传来消息，大桥两座主墩全部封顶，渡口两岸的群众盼了多年的通道又近了一步。';
const SECOND =
  '大桥的桥面将铺设双向四车道，渡口两岸的柑橘从此不必再排队等船，澄水上的轮渡也将退出历史，夜里再也听不见汽笛。';
const THIRD =
  '项目部介绍，大桥钢箱梁已经运抵澄水南岸，主墩之间的挂篮正在拼装，汛期之前将完成石渡一侧的合龙，年底前全线贯通。';
const FOURTH =
  '县交通局负责人说，大桥引道沿线要征地二百一十亩，涉及渡口村的六十七户，补偿款已经全部发放到户。';
const STORY = [LEAD, SECOND, THIRD, FOURTH];
const set = (text: string, width: number) => wrapLines(text, width, 2);

describe('buildBlocks, of print lines', () => {
  it.each([10, 13, 16, 20])('joins the paragraphs of a column of %i characters', (width) => {
    expect(blocksOf(STORY.flatMap((text) => set(text, width)))).toEqual(STORY);
  });

  it('joins them across the blank line that stands after each', () => {
    expect(
      blocksOf(
        STORY.flatMap((text) => set(text, 16)),
        '\n\n',
      ),
    ).toEqual(STORY);
  });

  it('joins lines whose characters were set apart to fill the column', () => {
    const lines = STORY.flatMap((text) => set(text, 16));
    lines[1] = [...(lines[1] ?? '')].join(' ');
    expect(blocksOf(lines)).toEqual(STORY);
  });

  it('joins a number that the end of a line has cut', () => {
    const text = '石渡大桥全线贯通以后，两岸往来不再绕道，全县年内共投资12345万元。';
    const lines = set(text, 15);
    expect(lines.join('|')).toContain('12|345');
    expect(blocksOf([...STORY.flatMap((other) => set(other, 15)), ...lines])).toEqual([...STORY, text]);
  });

  it('leaves a headline above a paragraph apart', () => {
    const page = ['石渡大桥主墩封顶', ...STORY.flatMap((text) => set(text, 16))];
    expect(blocksOf(page)).toEqual(['石渡大桥主墩封顶', ...STORY]);
  });

  it('leaves a headline between two articles apart', () => {
    const next = `本报讯 2月9日，${THIRD}`;
    const texts = [LEAD, SECOND, '县里修通三条公路', next, FOURTH];
    expect(blocksOf(texts.flatMap((text) => (text.length < 10 ? [text] : set(text, 16))))).toEqual(texts);
  });

  it('leaves a signature behind a paragraph apart', () => {
    const page = [...STORY.flatMap((text) => set(text, 16)), '(甲一、乙二)'];
    expect(blocksOf(page)).toEqual([...STORY, '(甲一、乙二)']);
  });

  it('joins no second deck to the headline', () => {
    const decks = ['石渡大桥主墩封顶', '——写在石渡大桥封顶之际'];
    expect(blocksOf([...decks, ...STORY.flatMap((text) => set(text, 16))])).toEqual([...decks, ...STORY]);
  });

  it('joins the narrow lines of a caption among wider ones', () => {
    const caption = '2月9日，石渡大桥工地上，两名工人正在绑扎桥面的钢筋，身后是刚刚封顶的两座主墩。';
    const page = [...STORY.flatMap((text) => set(text, 18)), '', ...wrapLines(caption, 9, 0), '甲一一 摄'];
    expect(blocksOf(page)).toEqual([...STORY, caption, '甲一一 摄']);
  });

  it('leaves the items of a list apart that are a line each', () => {
    const items = Array.from({ length: 12 }, (_, index) => `检查第${index + 1}村的线路`);
    const page = ['防汛提示', ...set(LEAD, 16), ...set(SECOND, 16), ...items, ...set(THIRD, 16)];
    expect(blocksOf(page, '\n\n')).toEqual(['防汛提示', LEAD, SECOND, ...items, THIRD]);
  });

  it('leaves list items apart of which each goes over two lines', () => {
    const items = ['一', '二', '三', '四', '五'].map(
      (number) => `${number}是为石渡大桥沿线的第${number}村修通连接渡口的引道；`,
    );
    const page = [...set(LEAD, 16), ...items.flatMap((item) => set(item, 16))];
    expect(blocksOf(page)).toEqual([LEAD, ...items]);
  });
});

describe('buildBlocks, of a paragraph a line', () => {
  it('joins nothing, however short the lines', () => {
    const page = ['石渡大桥主墩封顶', LEAD, '盼了多年的桥', SECOND, THIRD, '(甲一)'];
    expect(blocksOf(page, '\n\n')).toEqual(page);
  });
});
