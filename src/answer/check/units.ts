/** Units that mean the same, the longest of all tried first; what counts things one by one is one group (个). */
const GROUPS: Readonly<Record<string, string>> = {
  元: '元 块钱 元人民币',
  美元: '美元',
  欧元: '欧元',
  港元: '港元 港币',
  日元: '日元',
  英镑: '英镑',
  公里: '公里 千米 km',
  米: '米 m',
  厘米: '厘米 公分 cm',
  毫米: '毫米 mm',
  里: '里 华里',
  海里: '海里',
  平方公里: '平方公里 平方千米',
  平方米: '平方米 平米 m2 ㎡',
  亩: '亩',
  公顷: '公顷',
  立方米: '立方米 m3',
  升: '升',
  毫升: '毫升',
  吨: '吨',
  公斤: '公斤 千克 kg',
  斤: '斤',
  克: '克',
  千瓦时: '千瓦时 度电',
  千瓦: '千瓦',
  度: '度 ℃ °c 摄氏度',
  年: '年 周年',
  月: '个月 月',
  天: '天 日',
  周: '周 个星期 星期',
  小时: '个小时 小时 个钟头',
  分钟: '分钟 分',
  秒: '秒',
  时: '时 点',
  岁: '岁 周岁',
  人次: '人次',
  人: '人 名 位 口 个人',
  户: '户',
  百分点: '个百分点 百分点',
  倍: '倍',
  次: '次 回',
  层: '层',
  楼: '楼',
  级: '级',
  届: '届',
  路: '路',
  号: '号 号线',
  版: '版',
  个: '个 件 项 条 种 类 处 所 家 座 栋 幢 间 套 台 辆 架 艘 列 部 张 份 篇 期 场 轮 批 组 支 枚 颗 块 盏 株 棵 只 头 匹 桩 起',
};

const groupOf = new Map(
  Object.entries(GROUPS).flatMap(([group, units]) => units.split(' ').map((unit) => [unit, group])),
);
const byLength = [...groupOf.keys()].sort((a, b) => b.length - a.length);

/** The unit that begins at a place of a folded text; null where none that is known does. */
export function readUnit(folded: string, at: number): { group: string; length: number } | null {
  const unit = byLength.find((one) => folded.startsWith(one, at));
  return unit === undefined ? null : { group: groupOf.get(unit) ?? unit, length: unit.length };
}
