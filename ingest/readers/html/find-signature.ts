import type { Contributor } from '../../../src/domain/article.js';
import { parseByline, parseClosingByline, parseContributors } from '../../pages/text/byline.js';
import { endsInCredit, findSignature } from '../../pages/text/signature.js';

/** Characters; a picture with more text than this is a report with a picture. */
const LONGEST_CAPTION = 400;
const PICTURE = /^(?:图片(?:报道|新闻|故事)?|图说)$/u;
/** 何华文摄（影像中国）, 杨文明 胡艳辉摄影报道 */
const PHOTOGRAPHER = /^[^：]{2,30}?(?:摄影报道|摄影|摄)(?=(?:（[^（）]{2,10}）)?$)/u;
const AGENCY = /(?:(?:社|中国|视觉)发?|供图|（(?:影像中国|人民视觉)）)$/u;
/** 【记者】柳时强, 【通讯员】罗瑞娴 in lines of their own at the end. */
const SIGNED_LINE = /^[【[](?:[见实]习)?(?:记者|通讯员|文\/?图|摄影)[】\]]\s*\S{2,30}/u;

const lastOf = (text: string): string => text.split('\n').at(-1) ?? '';
/** What stands behind the last sentence of a text. */
const tailOf = (text: string): string =>
  lastOf(text)
    .split(/[。！？]/u)
    .at(-1)
    ?.trim() ?? '';

/** Whether a text beside a picture only tells what that shows. */
export function isCaptionOnly(headline: string | null, text: string): boolean {
  if (!text || PICTURE.test(headline ?? '')) return true;
  if (text.length > LONGEST_CAPTION) return false;
  const credit = [lastOf(text), tailOf(text)].some(
    (end) => findSignature(end) === 'credit' || PHOTOGRAPHER.test(end),
  );
  return credit || AGENCY.test(lastOf(text)) || endsInCredit(text);
}

/** Who signed a text, as printed without brackets; empty where nobody did. */
export function findPrintedByline(text: string, isCaption: boolean): string {
  const signed = text
    .split('\n')
    .slice(-4)
    .filter((line) => SIGNED_LINE.test(line));
  if (signed.length)
    return signed
      .join(' ')
      .replace(/[【】[\]\s]+/gu, ' ')
      .trim();
  if (isCaption) {
    const credits = text.split('\n').flatMap((line) => PHOTOGRAPHER.exec(tailOf(line))?.[0] ?? []);
    return credits.length === 1 ? (credits[0] ?? '') : '';
  }
  const opening = skipSummary(text);
  const [first = ''] = opening.split('\n');
  return (
    parseByline(opening) || parseStanding(first) || parseStanding(lastOf(text)) || parseGlued(lastOf(text))
  );
}

/** A text from behind the summary that 人民日报 sets over long reports, its paragraphs marked ■. */
export const skipSummary = (text: string): string => text.replace(/^(?:[■◆●▲][^\n]*\n)+/u, '');

/** A line that only signs. */
function parseStanding(line: string): string {
  const form = findSignature(line);
  return form === null || form === 'credit' ? '' : line.replace(/^[（(【□■◎●\s]+|[）)】\s]+$/gu, '');
}

/** A signature behind the last sentence of a paragraph. */
const parseGlued = (line: string): string => (/[。！？”]/u.test(line) ? parseClosingByline(line) : '');

/** The people of a byline; who is said to have taken a picture of the article has. */
export function nameContributors(byline: string, body: string): Contributor[] {
  const text = body.replace(/\s+/gu, '');
  return parseContributors(byline.replace(/报道$/u, '')).map(({ name, role }) =>
    role === 'author' && text.includes(`${name}摄`) ? { name, role: 'photographer' } : { name, role },
  );
}
