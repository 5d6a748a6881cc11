import { expect } from 'vitest';
import { listArticles } from './page-of-two.js';

/** Two articles that begin on page 1, each cut in mid-sentence, with what the page says of where they go on. */
export const BRIDGE = {
  headline: '石渡大桥主墩全部封顶',
  first:
    '本报讯（记者 甲一）2月9日，澄水石渡大桥工地传来消息，大桥两座主墩全部封顶。石渡大桥的桥面将铺设双向四车道，渡口两岸的柑橘从此不必再排队等船，澄水上的轮渡也将',
  rest: '退出历史。项目部介绍，石渡大桥的钢箱梁已经运抵澄水南岸，主墩之间的挂篮正在拼装，汛期之前将完成石渡一侧的合龙。',
};
export const HEATING = {
  headline: '城南热源厂检修提前完成',
  first:
    '本报讯（记者 乙二）2月9日，城南热源厂的两台锅炉完成检修，比计划提前六天。供热公司抽调四十名焊工，把老旧管网的阀门逐个更换，居民家中的室温比去年同期',
  rest: '高出两度。供热公司表示，城南热源厂的第三台锅炉将在三月点火试烧，届时管网压力更稳，焊工队伍转入阀门养护。',
};
export const SCHOOL =
  '城南小学启用新校舍\n\n本报讯(记者 丙三) 2月9日，城南小学启用新校舍，可容纳1200名学生。';
export const ROADS = '县里修通三条公路\n\n本报讯(记者 丁四) 2月9日，县里新修的三条公路全部通车。';

/** A page's file name, which tells newspaper, date and page. */
export const nameOf = (page: string, date = '2023-02-10') => `澄州日报_${date}_${page}版.txt`;

/** Blocks of a page, a blank line between. */
export const pageOf = (...blocks: string[]) => blocks.join('\n\n');

export const PAGE_1 = pageOf(BRIDGE.headline, `${BRIDGE.first}（下转第2版）`, SCHOOL);
export const PAGE_2 = pageOf(ROADS, `（上接第1版）${BRIDGE.rest}`);

/** The files of both pages. */
export const ONE = nameOf('01');
export const TWO = nameOf('02');
export const WHOLE = BRIDGE.first + BRIDGE.rest;

/** Bodies of articles, by the text of a part. */
export const holding = async (dataDir: string, part: string) =>
  (await listArticles(dataDir)).filter(({ body }) => body.includes(part));

export async function expectJoinedOnce(dataDir: string): Promise<void> {
  const articles = await listArticles(dataDir);
  expect(articles).toHaveLength(3);
  const [bridge, ...others] = articles.filter(({ body }) => /石渡大桥/u.test(body));
  expect(others).toEqual([]);
  expect(bridge).toMatchObject({
    headline: BRIDGE.headline,
    byline: '记者 甲一',
    page: '1',
    truncated: null,
    body: WHOLE,
  });
}

export async function expectApart(dataDir: string): Promise<void> {
  expect(await holding(dataDir, BRIDGE.first)).toMatchObject([{ body: BRIDGE.first, truncated: 'end' }]);
  expect(await holding(dataDir, BRIDGE.rest)).toMatchObject([{ body: BRIDGE.rest, truncated: 'start' }]);
}
