import { expect, it } from 'vitest';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { BRIDGE, HEATING } from './helpers/continued-pages.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const SEEDS = [
  '本报讯 2月9日，市农科所在黑石沟育成耐寒水稻新品种，沟里的梯田明年开春就能试种，亩产预计比老品种',
  '高出两成。农科所的技术员介绍，耐寒水稻在黑石沟试种三年，沟里海拔一千二百米，九月就下霜，老品种年年减产。',
];
const READERS = [
  '本报讯 2月9日，市图书馆夜读书房的闭馆时间推迟到零点，半个月里来了六千多名读者，夜读的多是备考的年轻人和下了班的',
  '司机。图书馆的馆员把热水和充电插座放在书房门口，夜读的读者可以在角落的屋子里小声讨论，末班公交也推迟了半小时。',
];

const PAGES = {
  '01版.txt': [
    '澄州日报',
    '2023年2月10日 星期五 第1203号',
    BRIDGE.headline,
    `${BRIDGE.first}（下转第2版）`,
    HEATING.headline,
    `${HEATING.first}（下转第5版）`,
    '责任编辑 己六',
  ],
  '02版.txt': ['澄州日报', '2023年2月10日 星期五 第1203号', `（上接第1版）${BRIDGE.rest}`],
  '另版.txt': [
    SEEDS[0],
    READERS[0],
    SEEDS[1],
    '(甲一、乙二)',
    READERS[1],
    '(丙三)',
    '民生视窗',
    '黑石沟育成耐寒水稻',
    '图书馆夜读书房零点闭馆',
    '2023年以来，市气象台共发布预警十二次。',
    '编辑：庚七 校对：辛八',
  ],
};

/** What `ingest --explain` prints of all pages, the folder's name left out. */
async function explain(pages: Record<string, readonly (string | undefined)[]>): Promise<string> {
  const files = Object.entries(pages).map(([name, lines]) => [name, lines.join('\n\n')]);
  const folder = writeFiles(Object.fromEntries(files));
  const texts: string[] = [];
  const options = { paths: [folder], newspaper: '澄州日报', explain: true, dryRun: true };
  await ingestInto(makeTemporaryFolder(), options, null, { onExplain: (text) => texts.push(text) });
  return texts.join('\n').replaceAll(folder, '版面');
}

it('explains to a person how pages were taken apart', async () => {
  expect(await explain(PAGES)).toMatchInlineSnapshot(`
    "■ 版面/01版.txt
      《澄州日报》 2023年2月10日（据版面） 第1版，共 2 篇
      日期依据：第3行“2023年2月10日 星期五”是报头，星期相符
      1. [简讯] 石渡大桥主墩全部封顶
         第 5–7 行，记者 甲一
         下转第2版：已与“版面/02版.txt”的文字相接
         本版上缺结尾
         本报讯（记者 甲一）2月9日，澄……不必再排队等船，澄水上的轮渡也将
      2. [简讯] 城南热源厂检修提前完成
         第 9–11 行，记者 乙二
         下转第5版：没有找到能相接的文字
         本版上缺结尾
         本报讯（记者 乙二）2月9日，城……个更换，居民家中的室温比去年同期
      不属于任何稿件：
        第 1 行：澄州日报
        第 3 行：2023年2月10日 星期五 第1203号
        第 7 行：（下转第2版）
        第 11 行：（下转第5版）
        第 13 行：责任编辑 己六
    ■ 版面/02版.txt
      《澄州日报》 2023年2月10日（据版面） 第2版，共 1 篇
      日期依据：第3行“2023年2月10日 星期五”是报头，星期相符
      1. [简讯] （无标题）
         第 5 行
         上接第1版：已与“版面/01版.txt”的文字相接
         本版上缺开头
         退出历史。项目部介绍，石渡大桥的……，汛期之前将完成石渡一侧的合龙。
      不属于任何稿件：
        第 1 行：澄州日报
        第 3 行：2023年2月10日 星期五 第1203号
        第 5 行：（上接第1版）
    ■ 版面/另版.txt
      《澄州日报》 日期（不详） 版次不详，共 3 篇
      日期依据：不早于 2023-02-09（第1行“2月9日”，年份据第19行“2023年”）
      1. [简讯] 本报讯 2月9日，市农科所在黑石沟育成耐寒水稻新品种，沟里的梯田明年开春就能试种，亩产预计比老品种
         第 1–7 行，甲一、乙二
         第 3 行接第 5 行：前一段句子未完；前后相连
         本报讯 2月9日，市图书馆夜读书……米，九月就下霜，老品种年年减产。
      2. [简讯] （无标题）
         第 9–11 行，丙三
         司机。图书馆的馆员把热水和充电插……声讨论，末班公交也推迟了半小时。
      3. [简讯] 黑石沟育成耐寒水稻
         第 13–19 行，栏目“民生视窗”，图书馆夜读书房零点闭馆
         2023年以来，市气象台共发布预警十二次。
      不属于任何稿件：
        第 21 行：编辑：庚七 校对：辛八"
  `);
});
