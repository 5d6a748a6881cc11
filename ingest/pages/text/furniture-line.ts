import { parseMarker } from '../../continue/marker.js';

const STAFF =
  /(?:^|[\s，,|])(?:本版)?(?:责任?编辑?|责编|编辑|主编|版式(?:设计)?|校对|美编|美术编辑|视觉|组版|审读|图编|值班(?:编委|主任|总编|编辑|主编))[\s:：]/u;
const CONTACT =
  /^(?:广告热线|新闻热线|订阅热线|发行热线|投稿邮箱：本版|本版(?:邮箱|投稿|电话)|国内统一|邮发代号)/u;
const DAY = '\\d{4}年\\d{1,2}月\\d{1,2}日';
const MASTHEAD = new RegExp(
  `${DAY}.{0,12}(?:星期|农历|第.{1,8}[期号版])|(?:星期[一二三四五六日天]|农历).{0,16}${DAY}|^第?\\s*[A-D]?\\d{1,3}\\s*版(?:[\\s:：].{0,8})?$|^[A-D]\\d{1,2}$|^星期[一二三四五六日天]$|^(?:总?第)\\d+期$|^今日\\S{1,4}版$|^农历\\S{2,12}$|^[（(]${DAY}[）)]$`,
  'u',
);
/** A newspaper's name, alone or with its section: 云江晚报 民生·都市. */
const NEWSPAPER =
  /^《?\p{Script=Han}{2,8}(?:日报|晚报|早报|晨报|时报|商报|都市报|特区报|周报)》?(?:\s[\p{Script=Han}·]{2,8})?$/u;
const LATIN = /^(?:[A-Z][A-Z\s.&]{4,40}|(?:https?:\/\/|www\.)\S+)$/u;
/** Characters; a longer line is running text. */
const MAX_LENGTH = 70;

/** Who edited or set the page, or how to reach them. */
export const isStaffLine = (text: string): boolean =>
  text.length <= MAX_LENGTH && !/[。！？]/u.test(text) && (STAFF.test(text) || CONTACT.test(text));

/** A line that belongs to no article: masthead, page number, editor's line, 下转 and 上接. */
export function isFurniture(text: string): boolean {
  if (text.length > MAX_LENGTH || /[。！？]/u.test(text)) return false;
  return (
    [STAFF, CONTACT, MASTHEAD, NEWSPAPER, LATIN].some((pattern) => pattern.test(text)) ||
    parseMarker(text) !== null
  );
}
