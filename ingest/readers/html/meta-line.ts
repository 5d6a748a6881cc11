import { SURNAME } from '../../../src/text/find-people.js';

/** Facts in the lines between a headline and its text: 2023-02-10 08:30 来源：澄州日报 作者：林晓 字号：大 中 小 */
export type MetaLine = { source: string | null; author: string | null };

const DATE =
  /(?:发布|发表|更新|刊发)?(?:时间|日期|于)?\s*[:：]?\s*(?:\d{4}\s*[-年/.]\s*)?\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?\s*(?:T?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/gu;
const SOURCE = /(?:信息)?(?:来源|稿源|来自|转自|出处)\s*[:：]\s*([^\s|｜，,；;（(]{0,20})/gu;
const NAME = `${SURNAME}(?:\\p{Script=Han}{1,2}| \\p{Script=Han})(?=$|[\\s|｜、，,/)）])`;
/** 记者： also opens the first question of an interview; there no name follows. */
const AUTHOR = new RegExp(
  `(?:作者|撰文)\\s*[:：]\\s*([\\p{Script=Han}·]{2,12}(?:[ 、，][\\p{Script=Han}·]{1,4}){0,5})?|(?:文|本?报?记者|通讯员)\\s*[:：]?\\s*(${NAME}(?:[ 、，]${NAME}){0,5})`,
  'gu',
);
const TOOLS =
  /(?:责任编辑|责编|编辑|编审|审核|校对)\s*[:：]\s*\S{0,12}|[【[]?(?:字号|字体)(?:大小)?\s*[:：]?(?:[\s|/【[]*(?:加大|减小|还原|大|中|小)[】\]]?)*|(?:浏览|点击|阅读|访问)(?:量|次数|数)?\s*[:：]?\s*\d*\s*次?|打印(?:本页)?|关闭(?:窗口)?|收藏|评论|分享(?:到|至)?|微信|微博|星期[一二三四五六日]|扫一扫.{0,12}/gu;
/** Characters that may stay when all facts are taken out of a line of facts. */
const MOST_LEFT = 4;

/** The facts of such a line; null for a line that says anything else. */
export function parseMetaLine(line: string): MetaLine | null {
  if (line.length > 160 || /[。！？；]/u.test(line)) return null;
  const without = (text: string, pattern: RegExp) => text.replace(pattern, ' ');
  const named = [DATE, TOOLS, SOURCE].reduce(without, line);
  const bare = without(named, AUTHOR);
  const left = bare.replace(/[\s|｜丨·•:：,，、/\\()（）【】[\]_-]+/gu, '');
  if (left.length > MOST_LEFT || left.length === line.replace(/\s/gu, '').length) return null;
  const [signed] = named.replace(/\s+/gu, ' ').matchAll(AUTHOR);
  const author = signed?.[1] ?? signed?.[2] ?? null;
  return {
    source: [...line.matchAll(SOURCE)][0]?.[1] || null,
    author,
  };
}
