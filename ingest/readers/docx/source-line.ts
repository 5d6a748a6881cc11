import { findDayWords, parseFileFacts } from '../../pages/issue/file-facts.js';

export type SourceFacts = ReturnType<typeof parseFileFacts>;

const LONGEST = 50;
/** What else stands in such a line: 来源：《太原日报》（2023年2月10日 星期五 第04版：要闻） */
const BESIDE =
  /来源|原载|载于|刊于|见报|刊发|发布|出版|日期|时间|版次|版面|(?:星期|周)[一二三四五六日天]|农历\p{Script=Han}{2,8}|第?\s*[A-D]?\d{1,3}\s*版|第[一二三四五六七八九十]{1,3}版|(?:总?第)?\d+期|[\s\p{P}\p{S}]/gu;
/** Behind the number of a page stands its name: 要闻, 都市新闻. */
const LONGEST_NAME = 6;

/**
 * Newspaper, day and page, where a line tells them and nothing else; null for other lines. A name or a page alone may be
 * anything.
 */
export function parseSourceLine(text: string): SourceFacts | null {
  if (text.length > LONGEST) return null;
  const plain = text.replaceAll(/[/\\]/gu, ' ');
  const facts = parseFileFacts(plain);
  const rest = plain
    .replace(facts.newspaper ?? '', '')
    .replace(findDayWords(plain) ?? '', '')
    .replace(BESIDE, '');
  const told = Number(facts.newspaper !== null) + Number(facts.date !== null) + Number(facts.page !== null);
  const allowed = facts.page === null ? 0 : LONGEST_NAME;
  return told > 0 && rest.length <= allowed ? facts : null;
}
