/** Words that an answer may add, because they state nothing: they link, introduce and sum up. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  (
    '的 了 是 为 在 于 有 和 与 及 或 等 也 还 又 而 但 并 且 则 即 就 以 以及 并且 而且 此外 另外 同时 其中 包括 包含 具体 分别 ' +
    '据 根据 报道 介绍 显示 称 表示 说 指出 提到 透露 表明 记载 刊登 刊载 消息 获悉 了解 公布 发布 共 共有 共计 合计 总共 一共 总计 ' +
    '达 达到 至 到 从 自 由 被 把 将 对 向 给 该 此 这 那 其 它 他 她 他们 她们 它们 这个 这些 该项 本次 此次 这次 当时 当天 当日 当地 ' +
    '内容 情况 时间 地点 日期 名称 如下 相关 有关 进行 举行 位于 作为 成为 属于 关于 对于 之 所 者 着 地 得 上 中 内 里 时 后 前 间 ' +
    '个 件 项 条 名 人 位 家 处 所 次 年 月 日 号 时 分 元 约 均 都 各 每 一 一个 两 第 余 多 来 因 因为 后来 随后 之后 ' +
    '此案 该案 本案 此事 问题 答案 回答 文中 文章 报纸 稿件 标题 资料 原文 数量 数字 人数 金额 总数 共同 分为 组成 构成 担任 任 当 需 需要 可 可以 能 能够 会 要 数 起 用 新'
  ).split(' '),
);

/** Words that say the same well enough in a report; one of a line stands for another. */
const SYNONYMS = [
  '举行 举办 召开 开展',
  '建成 完工 竣工 完成 落成 建完',
  '修建 建设 新建 兴建 修筑 建 建造 修',
  '投资 投入 安排',
  '表示 介绍 说 称 透露 指出 告诉 强调 认为 坦言',
  '开始 启动 开工 动工',
  '通车 开通',
  '增长 增加 上升 上涨 提高 提升 升 涨 增',
  '下降 减少 下跌 降低 下滑 降 减 跌',
  '增至 增加到 升至 达到 达',
  '降至 减少到 减至',
  '获 获得 荣获 夺得 取得 赢得',
  '逝世 去世 病逝',
  '计划 拟 预计 将 打算',
  '公布 发布 宣布 公开',
  '出席 参加',
  '学生 学子',
  '目前 现在 当前 现',
  '金额 资金 款项',
  '去年 上年',
  '扩建 改扩建',
  '尚未 未 没有 还没有 没 还未',
  '一共 共 总共 共计 合计 总计',
  '居民 市民 群众',
  '超过 逾 超 突破 多于',
  '不足 不到',
  '约 大约 左右 大概',
  '全部 均 都',
  '以及 和 与',
  '已 已经 曾 曾经 了',
].map((line) => line.split(' '));

const groups = new Map<string, string[]>();
for (const group of SYNONYMS) {
  for (const word of group) groups.set(word, [...(groups.get(word) ?? []), ...group]);
}

export const synonymsOf = (word: string): readonly string[] => groups.get(word) ?? [];
