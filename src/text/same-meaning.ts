/** Words that newspapers use for one another when they report; of each line any stands for the others. */
const LINES = [
  '导演 执导 指导 执掌',
  '主演 领衔 出演 饰演 联袂 扮演',
  '演 饰演 扮演 饰',
  '死亡 遇难 丧生 身亡 死者 罹难 遇害',
  '去世 逝世 病逝 离世 辞世 驾崩',
  '受伤 伤者 轻伤 重伤',
  '举办 举行 召开 主办 承办 办',
  '开幕 启幕 揭幕 拉开帷幕',
  '闭幕 落幕 落下帷幕 收官',
  '上映 公映 登陆 定档',
  '首播 开播 播出 上线',
  '增长 上升 增加 上涨 提高 提升 增',
  '下降 减少 下跌 降低 回落 下滑',
  '上涨 涨 增长 上升',
  '营收 收入 营业收入',
  '冠军 夺冠 问鼎 摘金 登顶 捧杯 封王',
  '金牌 夺冠 摘金 夺金 冠军',
  '获得 荣获 摘得 夺得 斩获 获',
  '投资 出资 耗资 斥资',
  '通车 开通 通航 运营',
  '开工 动工 破土',
  '竣工 完工 建成 落成 完成',
  '坠毁 坠机 坠落',
  '任命 出任 履新 就任 当选 担任',
  '辞职 卸任 离任',
  '发布 公布 推出 发表 印发 出台',
  '施行 实施 生效 执行',
  '启动 开始 启用',
  '降雪 下雪 大雪 雪',
  '降雨 下雨 暴雨 雨',
  '逮捕 拘留 抓获 刑拘 拘捕',
  '访问 访华 到访 会晤',
  '宣布 公布 声明',
  '开始 启动 起',
  '结束 截止 终止 停止',
  '儿童 孩子 小朋友',
  '老人 老年人 长者',
  '医生 医师 大夫',
  '地铁 轨道交通',
  '原因 因为 由于 因',
  '首映 首播 首演',
  '首班车 首班 头班 早班车',
  '末班车 末班 尾班',
  '辞职 辞去',
  '票价 门票 票款',
  '对阵 迎战 交手 对决 比赛',
  '战胜 击败 力克 大胜 获胜 取胜 胜 胜利',
  '平局 战平 打平 握手言和',
  '起诉 提起公诉 指控',
  '提出 提议 建议',
  '同意 批准 通过 获批',
  '退役 挂靴',
  '生产 制造',
  '价格 售价 定价',
  '签署 签订 签约',
];

/** Words that are said in print in another way, but which do not stand for it: 花 is more than money spent. */
const SPOKEN: readonly [word: string, printed: string][] = [
  ['花', '投资 耗资 斥资 造价 花费 费用'],
  ['花费', '投资 耗资 斥资 造价 费用'],
];

const OTHERS = new Map<string, readonly string[]>();
for (const line of LINES) {
  const words = line.split(' ');
  for (const word of words)
    OTHERS.set(word, [...(OTHERS.get(word) ?? []), ...words.filter((other) => other !== word)]);
}
for (const [word, printed] of SPOKEN) OTHERS.set(word, [...(OTHERS.get(word) ?? []), ...printed.split(' ')]);

/** The other words for a word; none for most. */
export const otherWordsFor = (word: string): readonly string[] => OTHERS.get(word) ?? [];

/** How print says what a question says in spoken words: 最后花了 is 最终投资. */
export const sayAsPrinted = (question: string): string =>
  question.replace(/最后(?=[花投用是多]|$)/gu, '最终');
