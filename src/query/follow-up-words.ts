import { fold } from '../text/fold.js';
import { tagWords } from '../text/words.js';

const MEASURE = '[个件项条种位名家所处部台辆套户座次张场类支首本届块篇款]';

/** What asks, with the words around it that belong to the asking: 是多少, 分别有哪几所. */
export const ASKING = new RegExp(
  '(?:分别|都|总共|一共|大约|大概|到底|究竟|预计)*(?:是|有|在|由|归|于|从|为|包括|达到?|用|叫|要|需要?)?' +
    '(?:什么时候|什么时间|什么地方|什么人|什么|啥|何时|何地|何处|何人|为什么|为何|为啥|因何|怎么回事|怎么样|怎么|怎样|如何|' +
    `谁|哪里|哪儿|哪些|哪(?:几|一)?(?:${MEASURE}|[天年月日版])?|几月几[日号]|几点钟?|几[号日时]|多久|` +
    `(?:多少|几)(?:${MEASURE})?|多[大高长远重宽深厚快]|有没有|是不是|能不能|是否|(?:吗|么)(?=[？?。！!\\s]*$))`,
  'u',
);

/** Of these a question asks only by its verb or place, what they ask for follows none of its nouns. */
export const ASKS_HOW =
  /什么时|什么地|何时|何地|何处|为什么|为何|为啥|因何|怎|如何|谁|哪里|哪儿|哪[天年月日]|[几][点号日月]|多久|吗|(?<!什)么|是否|[有是能][没不]/u;

/** Sides that a thing has: a noun of these names nothing by itself. */
const SIDES = new Set(
  (
    '投资 总投资 投资额 造价 资金 预算 经费 费用 花费 价格 价钱 票价 门票 收费 租金 金额 钱 面积 总面积 占地 全长 总长 长度 高度 宽度 长 高 ' +
    '规模 容量 工期 进度 进展 情况 状态 人数 人口数 数量 总数 总量 时间 日期 日子 时候 时长 年份 地点 地址 位置 电话 热线 号码 网址 ' +
    '原因 结果 后果 内容 细节 名单 清单 名字 名称 全称 作者 记者 通讯员 负责人 主持人 主讲人 联系人 设计师 单位 施工单位 主办单位 承办单位 ' +
    '主办方 承办方 施工方 开发商 承建方 部门 牵头单位 责任单位 责任人 起点 终点 首班车 末班车 首末班车 班次 间隔 车站 站点 站 路线 线路 ' +
    '床位 学位 车位 名额 座位 条件 材料 要求 标准 补贴 补助 对象 范围 流程 步骤 程序 手续 方式 办法 渠道 比例 占比 排名 名次 比分 目标 任务 措施 意义 ' +
    '作用 影响 背景 目的 特点 亮点 用途 功能 票 人 人员 公里 米 亿元 万元 元 亿 万 平方米 亩 天 岁 年 月 日 号 点 报道 消息 报纸 版 版面 标题 出处 来源 ' +
    '校长 院长 局长 馆长 园长 站长 董事长 总经理 经理 教练 冠军 亚军 导演 主演 主角 嘉宾 评委 具体 全部 主要 其他 其它 部分 公司 企业 效果 额度 利率 年限 期限 买票 停车 居民 群众 效果 反应 开门 关门 开馆 闭馆 开园 闭园 代价 奖金 奖品 规定'
  ).split(' '),
);
/** Verbs that bring their own subject: 什么时候供暖 asks of no bridge. */
const SELF_CONTAINED =
  /供暖|停暖|放假|开学|高考|中考|下雨|下雪|降温|停电|停水|停气|限行|过年|拜年|地震|选举|选调|招聘|招生|征兵|入伍|打针|接种|核酸|结婚|上学|入学|退休|开会|看病|报税|上牌|补课|调休|活动|比赛|演出|展览|考试|交通|旅游/u;

/** Verbs that only lead from what a question is about to what it asks. */
const LIGHT =
  /^(?:花|用|有|是|达|达到|完成|占|需|需要|共|要|为|涉及|包括|获得|得到|实现|超过|增长|下降|说|讲|表示|介绍|做|干|发生|举行|举办|召开|开|出席|参加|出现|推出|叫|没有|会|能|可以|位于|开始|结束|通车|通航|动工|开工|完工|竣工|建成|开通|开业|开放|启用|投用|封路)$/u;

export type Word = { word: string; tag: string; start: number; end: number };

/** Words with their parts of speech where they stand in a text. */
export function cutWords(text: string): Word[] {
  const keepsLength = fold(text).length === text.length;
  let end = 0;
  return tagWords(text).map(({ word, tag }) => {
    const start = end;
    end += word.length;
    return { word: keepsLength ? text.slice(start, end) : word, tag, start, end };
  });
}

export const isNoun = ({ tag }: Word): boolean => /^(?:n|x|eng|j|l|i|z|s|b|t)/u.test(tag);
export const isSide = ({ word }: Word): boolean => SIDES.has(word);

/** Ends a question's beginning without being what it is about: 全长, 完成, 了. */
export const isLeading = (word: Word): boolean =>
  isSide(word) || LIGHT.test(word.word) || /^(?:u|d|p|c|y|w)/u.test(word.tag);

/** 投资, 负责, 第三件: names nothing, neither a thing nor something that happens by itself. */
export function namesNothing(text: string): boolean {
  if (SELF_CONTAINED.test(text)) return false;
  return cutWords(text).every((word) => !/[\p{L}\p{N}]/u.test(word.word) || isSide(word) || isWeak(word));
}

const isWeak = ({ word, tag }: Word): boolean =>
  /^(?:u|d|p|c|y|r|m|q|v|a|f|e$|o)/u.test(tag) || /^(?:总|一共|后来|首次|第\p{N}+)$/u.test(word);

/** Two texts as one; what ends the first and begins the second stands once: 宫颈癌筛查 + 筛查多少人. */
export function join(before: string, after: string): string {
  for (let length = Math.min(before.length, after.length); length >= 2; length--) {
    if (before.endsWith(after.slice(0, length))) return before + after.slice(length);
  }
  return /[\p{Script=Latin}\p{N}]$/u.test(before) && /^[\p{Script=Latin}\p{N}]/u.test(after)
    ? `${before} ${after}`
    : before + after;
}
