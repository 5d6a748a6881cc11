/** Facts in the lines between a headline and its text: 2023-02-10 08:30 来源：澄州日报 作者：林晓 字号：大 中 小 */
export type MetaLine = { source: string | null; author: string | null };

const DATE =
  /(?:发布|发表|更新|刊发)?(?:时间|日期|于)?\s*[:：]?\s*\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?\s*(?:T?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/gu;
const SOURCE = /(?:信息)?(?:来源|稿源|来自|转自|出处)\s*[:：]\s*(\S{0,20})/gu;
const AUTHOR =
  /(?:作者|撰文|文|本?报?记者|通讯员)\s*[:：]\s*([\p{Script=Han}·]{2,12}(?:[ 、，][\p{Script=Han}·]{1,4}){0,5})?/gu;
const TOOLS =
  /(?:责任编辑|责编|编辑|编审|审核|校对)\s*[:：]\s*\S{0,12}|(?:字号|字体)(?:大小)?|[【[]?(?:大|中|小)[】\]]?(?=\s|$|[】\]])|(?:浏览|点击|阅读|访问)(?:量|次数|数)?\s*[:：]?\s*\d*\s*次?|打印(?:本页)?|关闭(?:窗口)?|收藏|评论|分享(?:到|至)?|微信|微博|星期[一二三四五六日]|扫一扫.{0,12}/gu;
/** Characters that may stay when all facts are taken out of a line of facts. */
const MOST_LEFT = 4;

/** The facts of such a line; null for a line that says anything else. */
export function parseMetaLine(line: string): MetaLine | null {
  if (line.length > 160 || /[。！？；]/u.test(line)) return null;
  const bare = [DATE, SOURCE, AUTHOR, TOOLS].reduce((text, pattern) => text.replace(pattern, ' '), line);
  const left = bare.replace(/[\s|｜丨·•:：,，、/\\()（）【】[\]_-]+/gu, '');
  if (left.length > MOST_LEFT || left.length === line.replace(/\s/gu, '').length) return null;
  return {
    source: [...line.matchAll(SOURCE)][0]?.[1] || null,
    author: [...line.matchAll(AUTHOR)][0]?.[1] || null,
  };
}
