/** What stands after a numeral that counts: units, measure words, 季度, and 余 and 多. */
const MEASURE =
  /公[里斤顷尺]|分(?!之)|平方|立方|小时|世纪|毫[米升]|厘米|[个名位人件项条种类处所家户口座栋幢间套台辆架艘列只头匹张份篇本册期版集章款次回场届轮批组队支枚颗粒块号楼层级等岁周季年月日天点秒元亩吨克斤升米倍折胎室厅首部幅根棵株箱桶瓶盒袋起笔大余多]/uy;

/** Words that begin as a numeral with its measure word and count nothing. */
const NO_COUNT =
  /第(?:一(?:时间|书记|线|手|责任)|三[方者])|十(?:分(?![钟之])|足|字)|四季(?!度)|百(?:分|家|日咳)|千米|五台山|一(?:号召|点(?!钟)|起(?![案事交火纠]))/uy;

/** Whether the numeral at `start` to `end` of a text counts or orders something: 七件, 第三, 十余; not 三亚, 十分. */
export function isCounted(text: string, start: number, end: number): boolean {
  const isOrdinal = text[start - 1] === '第';
  if (standsAt(NO_COUNT, text, isOrdinal ? start - 1 : start)) return false;
  return isOrdinal || standsAt(MEASURE, text, end);
}

/** Whether a sticky pattern reads something at a place of a text. */
export function standsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
