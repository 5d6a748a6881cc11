import { parseDay } from '../../../src/text/calendar.js';
import { formatPage } from '../../pages/issue/format-page.js';
import { cleanBody } from '../clean-body.js';
import type { ArticleText } from './article-text.js';
import { dropRepeated, squeeze } from './drop-repeated.js';

/** Navigation of an article database in front of the text; characters in which it begins. */
const NAVIGATION =
  /^[\s\S]{0,300}?(?:【(?:返回标题列表|返回列表|上一记录|下一记录|上一篇|下一篇|打印记录|打印)】\s*)+/u;
/** 【人民日报2011.01.01第1版要闻】【字号：加大还原减小】 */
const SOURCE =
  /【([^】\d]{2,20}?)\s*(\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)\s*第?\s*([A-Da-d]?\d{1,3})\s*版([^】]*)】\s*(?:【字号[:：][^】]*】)?/u;
const AUTHORS = /【作者[:：]([^】]*)】/u;
/** What the database prints below each text, to the end. */
const FOOTER = /(?:人民数据\s*)?\|\s*联系电话[:：][\s\S]*$/u;
/** A line of the saved page is broken at a space; a paragraph begins with spaces of its own. */
const BROKEN = /(?<=\S) +\r?\n(?=[^\s])/gu;
/** 中俄互致贺电-人民日报2011年电子版 */
const SITE_NAME = /-[^-\n]{2,20}电子版/u;

/**
 * A text whose headline stands in a file of its own (`title`), or that an article database gave out: navigation, deck,
 * authors, source, text, footer. Null where it is neither.
 */
export function parseTitledFile(text: string, title: string | null): ArticleText | null {
  const navigation = NAVIGATION.exec(text)?.[0] ?? '';
  const source = SOURCE.exec(text);
  if (title === null && !(navigation && source)) return null;
  const head = source ? text.slice(navigation.length, source.index) : '';
  const rest = source ? text.slice(source.index + source[0].length) : text.slice(navigation.length);
  const headline = cleanLine(title ?? navigation.split(SITE_NAME)[0] ?? '');
  const deck = toLines(head.replace(AUTHORS, '\n'));
  const paragraphs = toLines(rest.replace(FOOTER, '').replace(BROKEN, ' '));
  return {
    ...splitDeck(deck, headline),
    column: null,
    byline: null,
    authors: (AUTHORS.exec(head)?.[1] ?? '')
      .split(/[;；,，、]/u)
      .map(cleanLine)
      .filter(Boolean),
    paragraphs: source ? paragraphs : dropRepeated(paragraphs, headline),
    issue: {
      newspaper: source?.[1]?.trim() ?? null,
      date: parseDay(source?.[2] ?? ''),
      page: formatPage(source?.[3]),
    },
  };
}

/** What stands above the headline in the deck is the kicker, what stands below it the subheadline. */
function splitDeck(
  deck: readonly string[],
  headline: string,
): Pick<ArticleText, 'kicker' | 'headline' | 'subheadline'> {
  const at = deck.findIndex((line) => squeeze(line) === squeeze(headline));
  const others = deck.filter((line) => !squeeze(headline).includes(squeeze(line)));
  const kicker = at < 0 ? others : deck.slice(0, at);
  const subheadline = at < 0 ? [] : deck.slice(at + 1);
  return {
    kicker: kicker.join(' ') || null,
    headline: headline || null,
    subheadline: subheadline.join(' ') || null,
  };
}

const cleanLine = (text: string): string => cleanBody(text).replaceAll('\n', ' ');
const toLines = (text: string): string[] => cleanBody(text).split('\n').filter(Boolean);
