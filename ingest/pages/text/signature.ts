import { SURNAME } from '../../../src/text/find-people.js';
import { tagWords } from '../../../src/text/words.js';
import { isLabel } from './label.js';

// Lines and line ends that say who wrote or photographed: （李四）, □ 本报记者 李四, 新华社记者 李四摄.

/** A name of two to four characters, a padded one (甄 珍), or a foreign one with its dot. */
const NAME =
  '(?:\\p{Script=Han}{1,8}·[\\p{Script=Han}·]{1,12}|\\p{Script=Han}{2,4}|\\p{Script=Han}[ 　]\\p{Script=Han})';
const NAMES = `${NAME}(?:\\s*[\\s、，,/／]\\s*${NAME}){0,7}`;
const EMPLOYER = '(?:本报|本刊|本台|本社|新华社|中新社|\\p{Script=Han}{2,8}(?:报|网|电视台))';
const ROLE = `(?:${EMPLOYER}\\s?)?(?:全媒体|融媒体|首席|见习|实习|特约|特派|驻\\p{Script=Han}{2,4})*(?:记者|通讯员|评论员|编辑|摄影|作者|读者|口述|整理|文字|撰文|文[/／:：、]图|文|图)`;
const WITH_ROLE = `${ROLE}[\\s:：/／]*${NAMES}`;
const CREDIT = '(?:文[/／、]?\\s?(?:摄影|摄|图)|摄影报道|摄影|摄|供图|图|绘|作|整理|报道|文)';
const SEPARATOR = '[\\s、，,/／;；]*';
/** The names may be those of an institution: 图/市文旅局供图. */
const SOURCE = '(?:\\p{Script=Han}{2,14})';

const SIGNED = new RegExp(
  `^(?:${WITH_ROLE}(?:${SEPARATOR}${WITH_ROLE}){0,3}\\s*${CREDIT}?(?:发自\\p{Script=Han}{2,8})?|${EMPLOYER}(?:特约)?评论员)$`,
  'u',
);
const BRACKETED = new RegExp(`^[（(](?:${NAMES}\\s*${CREDIT}?)[）)]$`, 'u');
const NO_NAMES = /待续|未完|资料|见图|摘编|综合|节选|鼓掌|笑声|掌声|转第|接第|下转|上接|略|附后|全文|完$/u;
const MARKED = new RegExp(
  `^[□■◎●]\\s*(?:${WITH_ROLE}(?:${SEPARATOR}${WITH_ROLE}){0,3}|${NAMES})\\s*${CREDIT}?$`,
  'u',
);
const LONE = new RegExp(
  `^(?:${SURNAME}\\p{Script=Han}{1,2}|${SURNAME}[ 　]\\p{Script=Han})(?:[（(]作者.{2,24}[）)])?$`,
  'u',
);
/** （作者单位：市文联） */
const AUTHOR_NOTE = /^[（(]作者(?:单位)?(?:系|为|是|[:：]).{2,30}[）)]$/u;
/** Who has written a letter: 市民 李女士. */
const CITIZEN =
  /^(?:市民|居民|村民|网友|职工|家长|业主|学生)\s\p{Script=Han}{2,4}$|^一(?:名|位)(?:读者|市民|居民|家长|业主)$/u;
const PLACE = /[省市区县旗镇乡村街路]$/u;
const PHOTOGRAPHED = new RegExp(
  `^[（(]?(?:${EMPLOYER}(?:发|记者)?[\\s（(]*)?(?:(?:记者|通讯员)\\s*)?(?:${SURNAME}\\p{Script=Han}{1,2}|${NAMES}\\s)\\s*(?:摄影报道|摄影|摄|绘|作)[）)]{0,2}$`,
  'u',
);
const SUPPLIED = new RegExp(
  `^[（(]?(?:图[/／:：]|图片|照片)?(?:由|来源[:：]?)?\\s?${SOURCE}(?:供图|提供)[）)]?$|^[（(]?(?:资料|本报资料)(?:图片|照片|图)[）)]?$`,
  'u',
);

/**
 * How a line signs: above the body to come, below the body before it, or either; a bare name either too, if it is one;
 * a credit names the maker of a picture.
 */
export type SignatureForm = 'above' | 'below' | 'either' | 'name' | 'credit';

const MAX_LENGTH = 60;

/** What kind of signature a line is, null for other lines. */
export function findSignature(line: string): SignatureForm | null {
  const text = line.trim();
  if (text.length > MAX_LENGTH) return null;
  if (SUPPLIED.test(text)) return 'credit';
  if (NO_NAMES.test(text)) return null;
  if (isLabel(text)) return null;
  if (AUTHOR_NOTE.test(text) || CITIZEN.test(text)) return 'below';
  if (MARKED.test(text)) return 'above';
  if (/^(?:.*文[/／、]?\s?(?:摄|图)[）)】]?)$/u.test(text) && (BRACKETED.test(text) || SIGNED.test(text)))
    return BRACKETED.test(text) ? 'below' : 'either';
  if (PHOTOGRAPHED.test(text)) return 'credit';
  if (BRACKETED.test(text)) return 'below';
  if (SIGNED.test(text)) return 'either';
  return LONE.test(text) && !PLACE.test(text) && !isCommonWord(text) ? 'name' : null;
}

/** 高温 begins with a surname too. */
export function isCommonWord(text: string): boolean {
  const words = tagWords(text);
  return words.length === 1 && !/^(?:nr|x)/u.test(words[0]?.tag ?? '');
}

const CLOSING = new RegExp(
  `[。！？!?”’…）)]\\s*(?:[（(【]\\s*(${NAMES}|${WITH_ROLE}(?:${SEPARATOR}${WITH_ROLE}){0,3}\\s*${CREDIT}?)\\s*[）)】]|\\s(${WITH_ROLE}(?:${SEPARATOR}${WITH_ROLE}){0,3}))$`,
  'u',
);
const CREDIT_AT_END = new RegExp(
  `(?:[。！？!?”’…）)\\s][（(]?(?:${EMPLOYER}(?:发|记者)?[\\s（(]*)?(?:(?:记者|通讯员)\\s*)?${NAMES}\\s*(?:摄影报道|摄影|摄|绘)|[。！？!?”’…）)\\s][（(]?(?:图[/／:：]${SOURCE}|(?:图片)?由?${SOURCE}供图))[）)]{0,2}$`,
  'u',
);
const WRITTEN_AND_PHOTOGRAPHED = /文[/／、]?\s?(?:图|摄)/u;

/** Running text that ends in its writer's name: …奋斗不止。 记者 李四. Nothing more of the article follows. */
export const endsInSignature = (text: string): boolean => {
  const end = text.slice(-MAX_LENGTH);
  if (!/[（(【]|记者|通讯员|作者/u.test(end)) return false;
  const found = CLOSING.exec(end);
  return found !== null && !NO_NAMES.test(found[0]);
};

/** Running text that ends in its photographer's name: it describes a picture. */
export const endsInCredit = (text: string): boolean => {
  const end = text.slice(-MAX_LENGTH);
  return (
    /[摄绘图影道）)]$/u.test(end) && CREDIT_AT_END.test(end) && !WRITTEN_AND_PHOTOGRAPHED.test(end.slice(-20))
  );
};
