import fc from 'fast-check';

// Pages as print leaves them: made-up places and people, every kind of line that a page of text may hold.

const SUBJECTS = [
  '青沙县',
  '石渡镇党委',
  '澄州市总工会',
  '县里三所小学',
  '项目部',
  '驻村工作队',
  '王家岭村村民',
];
const DEEDS = [
  '召开会议部署全年工作',
  '修通了3条农村公路',
  '新建100个充电桩',
  '把12件实事列成清单',
  '投资1.5亿元改造老旧小区',
  '为老人送去年货',
  '与KTV、ABC公司签了合同',
  '完成率达103%',
  '提出“一切为了群众”的要求',
  '下一步将抓好落实',
];
const HEADLINES = [
  '青沙县部署全年工作',
  '石渡大桥主墩封顶',
  '3条农村公路通车 村民出行不再绕道',
  '“一老一小”有人管',
  '公告',
  '教育为本，点亮未来',
  '把学校办到家门口！',
];
/** Signs, notes and scraps as they stand on a page, each a line. */
const SCRAPS = [
  '青沙县',
  '【澄州论坛】',
  '[民生]',
  '民生视窗',
  '——写在石渡大桥通车之前',
  '-- 二〇二三年春',
  '(下转第三版)',
  '上接第1版',
  '●',
  '◆ 短讯',
  '①②③',
  '……',
  '3',
  'A',
  '春',
  '㎡',
  '𠮷',
  '2023年2月10日',
  '２０２３ 年 ２ 月 １０ 日',
  '二〇二三年二月十日',
  '青沙县供水公司',
  '电话：0351-1234567 1 3 8 0 0 0 0',
  '稿件请发 baowen_2023@example.com',
  'http://example.com/a-b?c=1&d=2',
  'ALL RIGHTS RESERVED',
  '姓名\t年龄\t住址',
  '工 作 动 态',
  '打 造 民 心 工 程 ， 缓 解 入 园 难 。',
  '记者：今年有什么打算？',
  '（热烈鼓掌）',
  '值班人员坚守岗位，',
  '本报记者从市供电公司获悉，',
];
const SIGNATURES = [
  '□ 本报记者 甲一',
  '■本报通讯员 乙小二 文/图',
  '本报记者 甲一 通讯员 乙小二',
  '甲一 摄',
  '记者 王五 摄影',
  '（丙 三）',
  '(李四海、王五)',
  '【记者 欧阳六】',
  '新华社记者 甲一 摄',
];
const FURNITURE = ['责任编辑 己六', '责编：己六', '校对：庚七', '2023年2月10日 星期五', '第3版', '03 版'];
const DATELINES = [
  '本报讯 ',
  '本报讯(记者 甲一) ',
  '本报讯（记者 甲一 通讯员 乙小二） ',
  '新华社北京2月9日电 ',
];

const clause = fc
  .tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom(...DEEDS))
  .map(([subject, deed]) => subject + deed);
const sentence = fc
  .tuple(
    fc.array(clause, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('，', '、', ', '),
    fc.constantFrom('。', '！', '；', '…'),
  )
  .map(([clauses, comma, end]) => clauses.join(comma) + end);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((sentences) => sentences.join(''));
const report = fc
  .tuple(fc.constantFrom(...DATELINES), paragraph)
  .map(([dateline, text]) => `${dateline}2月9日，${text}`);
const piece = fc
  .tuple(paragraph, fc.nat(40), fc.nat(40))
  .map(([text, from, dropped]) => text.slice(Math.min(from, text.length - 1), text.length - dropped) || text);
const item = fc
  .tuple(
    fc.constantFrom('一是', '二是', '第三，', '四、', '1. ', '- ', '* '),
    clause,
    fc.constantFrom('；', '。', ''),
  )
  .map((parts) => parts.join(''));
const caption = paragraph.map((text) => `${text}图为活动现场。 甲一 摄`);
const vertical = fc.constantFrom('大气防治推进会', '春耕忙').map((text) => [...text].join('\n'));
const printLines = fc
  .tuple(report, fc.integer({ min: 8, max: 22 }), fc.constantFrom('\n', '\n\n'))
  .map(([text, width, between]) => wrap(text, width).join(between));
const headline = fc.constantFrom(...HEADLINES);

/** A report under what may stand over it, most of it in some order. */
const headed = fc
  .tuple(
    fc.shuffledSubarray([
      '青沙县',
      '石渡镇',
      '民生视窗',
      '青沙县部署全年工作',
      '修通3条农村公路',
      '——走进石渡镇',
      '——青沙县部署全年工作侧记',
    ]),
    report,
  )
  .map(([above, text]) => [...above, text].join('\n\n'));

/** One line of a page, or a few that belong together. */
const printed = fc.oneof(
  { weight: 4, arbitrary: headline },
  { weight: 4, arbitrary: report },
  { weight: 4, arbitrary: headed },
  { weight: 4, arbitrary: paragraph },
  { weight: 3, arbitrary: piece },
  { weight: 4, arbitrary: fc.constantFrom(...SIGNATURES) },
  { weight: 6, arbitrary: fc.constantFrom(...SCRAPS) },
  { weight: 2, arbitrary: fc.constantFrom(...FURNITURE) },
  { weight: 2, arbitrary: item },
  { weight: 1, arbitrary: caption },
  { weight: 1, arbitrary: vertical },
  { weight: 1, arbitrary: printLines },
  { weight: 1, arbitrary: headline.map((line) => `${line}\n${line}`) },
  { weight: 1, arbitrary: headline.map((line) => `**${line}**`) },
  { weight: 1, arbitrary: headline.map((line) => `## ${line}`) },
  { weight: 1, arbitrary: paragraph.map((text) => text.repeat(20)) },
);

const before = fc.constantFrom('', '', '', '　　', ' ', '\t', '\u200b', '\u00a0');
const behind = fc.constantFrom('\n', '\n\n', '\n\n', '\n\n\n\n', ' \n', '\n \t\n', '\r\n', '\u2028');

/** A page of print with its difficulties: articles, scraps and furniture in any order, set in any way. */
export const arbitraryPage: fc.Arbitrary<string> = fc
  .array(fc.tuple(before, printed, behind), { maxLength: 30, size: 'max' })
  .map((lines) => lines.flat().join(''));

/** Any characters in any order, those that mean something to a page more often than others. */
export const chaoticPage: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          ...'本报讯记者通讯员新华社电摄作一二是县月日年版，。；：（）()【】□——“” 　\n\n\n',
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '**',
          '__',
          '*',
          '_',
          '# ',
          '#',
          '- ',
          '-',
          '+ ',
          '\r\n',
          '\ufeff',
          '\u200b',
        ),
      },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      { weight: 1, arbitrary: printed },
    ),
    { maxLength: 120, size: 'max' },
  )
  .map((parts) => parts.join(''));

/** Text → print lines of `width` Chinese characters; digits, Latin letters and their marks take half the room. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let room = 0;
  for (const character of text) {
    const taken = character < '\u0100' ? 0.5 : 1;
    if (room < taken) {
      lines.push('');
      room = width;
    }
    lines.push((lines.pop() ?? '') + character);
    room -= taken;
  }
  return lines;
}
