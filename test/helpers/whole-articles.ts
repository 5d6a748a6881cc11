import { wrap } from './arbitrary-page.js';

export const LONG = '会议听取了各部门的汇报，对下一阶段的工作作了安排，要求把每一项任务落实到人、落实到天。';
export const OPENING = `本报讯(记者 甲一) 2月9日，${LONG}`;
/** Twelve print lines, so that the page is known to be hard-wrapped. */
const WRAPPED = wrap(`　　本报讯 2月9日，${LONG.repeat(4)}`, 14);

/** Articles under one headline that look like several, or like less: what they hold, and their lines. */
export const wholeArticles: [string, string[]][] = [
  [
    'a paragraph that opens with a reporter of ours and electricity',
    [OPENING, `本报记者从市供电公司获悉，${LONG}`],
  ],
  ['a paragraph that opens with another paper’s reporter', [OPENING, `新华社记者在山区发电厂看到，${LONG}`]],
  ['a paragraph that opens with a reader’s call', [OPENING, `本报读者来电反映，${LONG}`]],
  ['a paragraph that opens with a quoted dateline', [OPENING, `“新华社北京2月9日电”这几个字，${LONG}`]],
  [
    'an interview',
    [OPENING, '记者：今年还有什么打算？', `局长：${LONG}`, '记者：钱从哪里来？', `局长：${LONG}`],
  ],
  ['a remark in brackets', [OPENING, '（热烈鼓掌）', LONG]],
  [
    'a paragraph that opens with a word of editors’ lines',
    [OPENING, '值班人员每两个小时巡查一次，确保畅通。', LONG],
  ],
  ['a chronicle', [OPENING, '2023年2月1日', LONG, '2023年2月10日', LONG]],
  ['points behind squares', [OPENING, '□ 检查门窗和燃气', LONG, '□ 检查线路和插座', LONG]],
  ['a space in its last word', [OPENING, '会议部署了下一步的重点工 作', '，要求各乡镇抓好落实。', LONG]],
  [
    'a print line that ends in 摄',
    [...WRAPPED, '　　展出的照片全部由县里各', '县里各村的村民自己动手拍摄', '，内容有春耕、秋收和冬藏。'],
  ],
  [
    'a print line that opens with a word of editors’ lines',
    [...WRAPPED, '　　会议要求，各单位要落实', '值班制度，确保道路的畅通，', '确保群众的安全。'],
  ],
  [
    'a print line that opens with a dateline',
    [...WRAPPED, '　　当天的报纸在头版写道：', '“本报讯 大桥开工。”这张报', '纸至今贴在墙上。'],
  ],
];
