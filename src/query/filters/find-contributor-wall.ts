import { SURNAME } from '../../text/find-people.js';
import { tagWords } from '../../text/words.js';
import type { Wall, WallText } from './wall-text.js';

const ROLE =
  '(?:本报)?(?:(?:首席|实习|特约|摄影|文字)?(?:记者|通讯员|撰稿人|评论员)|作者|摄影(?!师)|供图|署名)(?:是|为|叫|:)?\\s*';
const NAME = '(\\p{Script=Han}{2,4}?|\\p{Script=Han}{1,6}·\\p{Script=Han}{1,8})';
const PIECE = '(?:新闻)?(?:报道|报导|文章|稿件|稿子|稿|通讯|消息|评论|新闻|照片|图片|摄影作品|作品|图)';
const OTHER_WORKS = '(?!书|小说|诗|歌|剧|信|传|词|字|专著|著作|散文|论文|作业|代码|微博)';
/** What a contributor does with an article; 写 alone also makes books. */
const MADE = `(?:采访报道|采写|采编|撰写|写|拍摄|摄影|拍|摄|发表|报道|供图)(?:过|了)?(?:的?(?:哪些|什么|哪几篇)?${PIECE}|的${OTHER_WORKS}|(?=[过了]?(?:什么|哪些|哪几篇|多少)${PIECE}?)|$|(?=[?。!,]))`;
/** What it is about stays in the question: group 2 or 3. */
const BY_THEM = `(?:的([^,。?!]{0,6}?)${PIECE}|((?:关于|有关|对)[^,。?!]{1,16}?的)${PIECE}|${MADE})(?!奖|部|社|员|大赛|展)`;
const TITLE = '(?:记者|老师)?';

/** 记者王建国写的, 作者是李明的文章: the work of a name of any surname, as a role stands before it. */
const WITH_ROLE = new RegExp(`${ROLE}${NAME}${TITLE}(?:署名)?${BY_THEM}`, 'gu');
/** 王建国采写的, 王建国拍的照片, 王建国写过哪些报道: without a role the surname must be one, and the work a newspaper's. */
const WITHOUT_ROLE = new RegExp(
  `(${SURNAME}\\p{Script=Han}{1,2}?)(?:${TITLE}(?:采写|采访报道|撰写的${PIECE}|写的${PIECE}|拍摄?的${PIECE}|摄影?的${PIECE}|署名的?${PIECE})的?(?:${PIECE})?|(?:采写|撰写|写|拍|摄)[过了](?:什么|哪些|哪几[篇张]|多少)[篇张]?${PIECE}|记者的${PIECE}|(?:采写|撰写|写)的(?:关于|有关)?([^,。?!的]{2,8})的${PIECE})`,
  'gu',
);
/** One of these stands in all that the patterns find: they take 20 ms to compile, and few questions need them. */
const OF_CONTRIBUTORS = /[写拍摄]|记者|通讯员|撰稿人|评论员|作者|供图|署名|采访报道/u;
/** Before a name that begins in the middle of another word: 市长李明 is one, 采写王建国 too, 上海王 none. */
const MAY_STAND_BEFORE = /(?:^|[\s,。?!:;、“"(]|[的由是看查找有跟和])$/u;
const OFFICE_BEFORE = /(?:编辑|主编|同志|先生|女士)$/u;

/** Whose articles or pictures the question wants; null where it asks about the person. */
export function findContributorWall(question: WallText): Wall | null {
  const { text } = question;
  if (!OF_CONTRIBUTORS.test(text)) return null;
  for (const found of text.matchAll(WITH_ROLE)) {
    if (isName(found[1] ?? '')) return buildWall(question, found);
  }
  for (const found of text.matchAll(WITHOUT_ROLE)) {
    const before = text.slice(0, found.index);
    const stands = MAY_STAND_BEFORE.test(before) || OFFICE_BEFORE.test(before);
    if (stands && isName(found[1] ?? '')) return buildWall(question, found);
  }
  return null;
}

function buildWall({ typed }: WallText, found: RegExpExecArray): Wall {
  const [all, name = ''] = found;
  const start = found.index;
  const end = start + all.length;
  const at = start + all.indexOf(name);
  const topic = found[2] ?? found[3] ?? '';
  const topicAt = topic && all.indexOf(topic, at - start + name.length) + start;
  return {
    filter: { contributor: typed.slice(at, at + name.length) },
    spans: topicAt
      ? [
          { start, end: topicAt },
          { start: topicAt + topic.length, end },
        ]
      : [{ start, end }],
  };
}

const BEGINS_AS_NAME = new RegExp(`^${SURNAME}\\p{Script=Han}{1,2}$`, 'u');

/** A word that the dictionary knows as something else (高空, 现场) is no name; one that it does not know may be. */
function isName(name: string): boolean {
  if (name.includes('·')) return true;
  const words = tagWords(name);
  const [first] = words;
  if (words.length === 1 && first?.tag !== 'x') return first?.tag.startsWith('nr') === true;
  return BEGINS_AS_NAME.test(name);
}
