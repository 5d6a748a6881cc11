/** Sentences about records: lines of JSON Lines, objects of a JSON file, rows of a table. */
export const wrongMapping = (given: string, fields: readonly string[]) =>
  `--map 的“${given}”不对：要写成 项目=字段，例如 headline=文章标题；项目可以是 ${fields.join('、')}。`;

export const notJson = (path: string) =>
  `“${path}”不是有效的 JSON，没有入库。请检查文件是否完整；一行一篇的 JSON 请用 .jsonl。`;

export const jsonTooLarge = (path: string, megabytes: number) =>
  `“${path}”超过 ${megabytes} MB，没有入库。这样大的文件请改成 .jsonl（一行一篇），大小不限。`;

export const onlyHeadlines = (path: string, headlines: number) =>
  `“${path}”里的 ${headlines} 条只有标题，没有正文，没有入库。正文若在别的字段里，请用 --map text=字段名 写明。`;

const SHOWN = 10;

export const recordsWithoutText = (path: string, numbers: readonly number[]) =>
  `“${path}”里有 ${numbers.length} 条没有正文，已略过：第 ${numbers.slice(0, SHOWN).join('、')}${numbers.length > SHOWN ? ' 等' : ''}条。`;

export const noTextColumn = (path: string, names: readonly string[]) =>
  `“${path}”的第一行里没有正文一栏（那里写的是：${names.slice(0, SHOWN).join('、')}），没有入库。请用 --map text=栏名 写明。`;

export const rowTooLong = (cells: number, names: number) => `有 ${cells} 栏，比表头的 ${names} 栏多`;
export const rowWithoutText = () => '没有正文';
export const rowBroken = () => '的引号不成对';

export const rowTooLarge = (path: string, line: number, megabytes: number) =>
  `“${path}”第 ${line} 行附近的一行超过 ${megabytes} MB，后面的没有入库。多半是有引号没有配对，请改好后再导入。`;
