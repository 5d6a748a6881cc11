const COUNTED = '[个名位家所处件项条种类部台辆套户座场起张次支款首本届篇份批]';
const WHAT_ENDS = '时候|时间|地方|地点|人|原因|意思|情况|名字|样子|样的?|事(?![业故件务])|事情';

/** What leads to the asking word, unless it ends a word of its own (位于哪里); left in, it is glued to a name: 张某于哪天. */
const LEADING = '(?:是|在|由|(?<![位处属源低高等大小基限忠归始毕至])于)?';

/** Phrases that ask and carry nothing of what is asked about; what begins alike stands longest first. */
const PHRASES = [
  '请问一?下?|麻烦问一?下|我?想(?:知道|问(?!题)|了解|查)(?:一下)?|(?:你|您|谁|有谁)?知道(?=.*[吗么？?])',
  '帮(?:我|忙)(?:查询?|找|看)(?:一下|下|看看)?|查(?:询)?一下|(?:能|可以)?(?:告诉|介绍)(?:我|一下)',
  '有没有|是不是|能不能|会不会|要不要|可不可以|了?(?<![沉淹出埋吞覆])没有?(?=[？?]|$)',
  `[这那](?:${COUNTED})(?![目件于置列庭长分地子序])`,
  '有?哪(?:些|几?个)?方面',
  `(?:都|分别)?(?:有|是|包括|包含)?(?:哪些|哪(?:几|\\d+|[一二三四五六七八九十]+)(?:${COUNTED}|天))`,
  `(?:名?叫|${LEADING})(?:什么|啥)(?:${WHAT_ENDS})?|做得怎么样?|${LEADING}(?:几点钟?|怎么样?|怎样|咋样?|如何)`,
  `${LEADING}(?:何时|何地|何处|因何(?:原因)?|何(?:原因|种|事)|为什么|为何|谁)|[有作]何`,
  `${LEADING}哪(?:里|儿|边|[天年月国级辆]|一?(?:${COUNTED}|[天年月]))`,
  '百分之(?:几|多少)',
  `(?:有|是|达到?|共|[花用](?:费?了)?)?多少(?:${COUNTED}|人次?|钱|间|层|级)?`,
  `(?:有|是|达到?|共|花|用)?(?<![近这那前后十]|(?<![办建做修抓管写])好)几(?:个(?=月)|${COUNTED}|人(?!民)|月份?|号|日|时|(?=[天年次万亿]))`,
  '(?:有|是|达到?|共|花|用)?多(?:大|高|长|久|远|重|宽|深|厚|快|少)(?!\\p{Script=Han})',
  '(?:是|有)?(?:吗|呢|么|吧)(?=[？?。!！]|$)',
];
const ASKING = new RegExp(PHRASES.join('|'), 'gu');

const STOP_WORDS = new Set(
  (
    '的 了 是 在 和 与 及 或 有 被 对 于 中 为 等 将 把 由 从 到 向 以 并 其 这 那 该 此 也 都 还 又 就 上 下 里 ' +
    '后 前 时 会 能 要 可 可以 我 你 他 她 它 我们 你们 他们 个 些 之 所 而 但 让 给 用 一下 关于 有关 相关 进行 ' +
    '那场 这场 那次 这次 此次 本次 那个 这个 那种 这种 情况 具体 一共 总共 共 共有 目前 请 问 说 谈 吗 呢 吧 啊 什么 哪些 多少 几 谁 哪 怎么 如何 为什么 何 啥 得 ' +
    '多大 多高 多长 多久 多远 多重 分别 还有 都有 是否 到底 究竟 那条 那篇 这条 这篇'
  ).split(' '),
);

/** A question without the phrases that only ask: 阳曲县今年民生实事有哪些 → 阳曲县今年民生实事 */
export function dropAsking(question: string): string {
  return question.replace(ASKING, ' ').trim();
}

/** Words for the kind of thing that is asked for: the answer holds the thing, rarely the word. */
const GENERIC = new Set(
  (
    '钱 元 造价 时间 日期 时候 地点 位置 地址 职务 职位 身份 电话 热线电话 号码 人数 数量 金额 数额 内容 名字 名称 姓名 原因 ' +
    '事件 措施 变化 影响 作用 意义 看法 观点 进展 目的 方式 特点 信息 重要 重大 具体 ' +
    '问题 现在 目前 最终 最后 最新 最近 近期 结果 消息 新闻 报道 报纸 文章 事情 活动 方面 部分 全部 主要 实际 总共 首次'
  ).split(' '),
);

/** Also compounds that end in one: 比赛结果, 重大事件. */
export const isGenericWord = (word: string): boolean =>
  GENERIC.has(word) || (word.length >= 4 && GENERIC.has(word.slice(-2)));

/** Words that say nothing of what is asked about. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);
