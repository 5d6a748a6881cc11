/** What inline mode says (`@bot 问题` in any chat), and what the log says of it. */

export const writePrivatelyFirst = (): string => '请先私下给我发一条消息';
export const howToAskInline = (): string => '接着写问题或词，例如：阳曲县 民生实事';
export const nothingFoundInline = (): string => '没有找到有关的报道，换个说法试试';
export const inlineFailed = (): string => '一次行内查询没能答上';
