import { expect, it } from 'vitest';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { BRIDGE, HEATING } from './helpers/continued-pages.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

/** Two reports of which a column each stands behind the other's, cut in mid-sentence. */
const RICE = [
  '本报讯 2月9日，市农科所在黑石沟育成耐寒水稻新品种，沟里的梯田明年开春就能试种。农科所的技术员介绍，耐寒水稻比老品种',
  '早熟十天。黑石沟海拔一千二百米，九月就下霜，老品种年年减产。农科所的技术员在沟里的梯田试种耐寒水稻三年，新品种的亩产高出两成，明年开春将供应稻种。',
];
const READING = [
  '本报讯 2月9日，市图书馆夜读书房的闭馆时间推迟到零点，半个月里来了六千多名读者。夜读的读者多是备考的年轻人和下了班的',
  '司机。市图书馆的馆员把热水和充电插座放在夜读书房门口，夜读的读者可以在角落的屋子里小声讨论。闭馆时间推迟以后，末班公交也推迟到零点，方便读者回家。',
];
const MASTHEAD = ['澄州日报', '2023年2月10日 星期五 第1203号'];

const PAGES = {
  '01版.txt': [
    ...MASTHEAD,
    BRIDGE.headline,
    `${BRIDGE.first}（下转第2版）`,
    HEATING.headline,
    `${HEATING.first}（下转第5版）`,
    '责任编辑 己六',
  ],
  '02版.txt': [...MASTHEAD, `（上接第1版）${BRIDGE.rest}`],
  '无日期.txt': [
    RICE[0],
    '夜读书房开到零点',
    READING[0],
    RICE[1],
    '(甲一、乙二)',
    READING[1],
    '(丙三)',
    '停水公告',
    '因管道检修，城北部分小区停水一天，请各用户提前储水。',
    '澄州市供水公司',
    '2023年2月10日',
    '黑石沟育成耐寒水稻',
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
    ■ 版面/无日期.txt
      《澄州日报》 2023年2月10日（推定） 版次不详，共 3 篇
      日期依据：落款第21行“2023年2月10日”；最晚的消息日期是第1行“2月9日”
      1. [简讯] 黑石沟育成耐寒水稻
         第 1、7–9、23 行，甲一、乙二
         标题取自第 23 行：与正文同说“黑石沟育成耐寒水稻”
         第 1 行接第 7 行：前一段句子未完；同说“农科所的技术员”“沟里的梯田”“明年开春”
         本报讯 2月9日，市农科所在黑石……产高出两成，明年开春将供应稻种。
      2. [简讯] 夜读书房开到零点
         第 3–5、11–13 行，丙三
         第 5 行接第 11 行：前一段句子未完；同说“闭馆时间推迟”“夜读的读者”“市图书馆”
         本报讯 2月9日，市图书馆夜读书……公交也推迟到零点，方便读者回家。
      3. [公告] 停水公告
         第 15–21 行，澄州市供水公司 2023年2月10日
         因管道检修，城北部分小区停水一天，请各用户提前储水。
      不属于任何稿件：
        第 25 行：编辑：庚七 校对：辛八"
  `);
});
