/** What city news says of a thing's state in several ways: a question asks in one of them, print answers in another. */
const GROUPS: readonly (readonly string[])[] = [
  ['开工', '动工', '破土', '启动', '开建'],
  ['完工', '竣工', '建成', '完成', '落成', '封顶', '收尾'],
  ['通车', '开通', '通行', '通航'],
  ['开业', '开张', '开门', '开放', '开馆', '开园', '启用', '投用', '开诊', '开学'],
  ['结束', '落幕', '闭幕', '收官', '告终'],
  ['公开', '公布', '透露', '发布', '披露'],
  ['确定', '明确', '敲定', '定下'],
  ['修好', '修复', '修缮', '更换', '恢复'],
  ['死亡', '遇难', '身亡', '去世', '丧生', '打死', '击毙', '病逝'],
  ['取消', '停办', '叫停', '暂停', '中止'],
  ['推迟', '延期', '延后'],
  ['含有', '检出', '发现'],
  ['可以', '允许', '只能', '不得', '不能', '准许'],
  ['上涨', '涨价', '提高', '上调', '增长'],
  ['下降', '降价', '降低', '下调', '减少'],
  ['停水', '断水', '恢复供水'],
];

/** The word itself and what stands for it in print. */
export const saidOtherwise = (word: string): readonly string[] =>
  GROUPS.find((group) => group.includes(word)) ?? [word];
