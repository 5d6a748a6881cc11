// Column labels and other lines over or under articles that are no headline.

const BRACKETED_LABEL = /^[【[〖〔](.{2,16})[】\]〗〕]$/u;
const NAMED_LABEL =
  /^.{2,8}(?:论坛|视点|时评|评论|快评|短评|锐评|热评|漫谈|杂谈|随笔|观察|聚焦|要闻|新闻|简讯|短讯|快讯|广角|之窗|速递|天地|专版|专栏|专刊|动态|看台|热线|信箱|来信|副刊|在线|视窗|瞭望|传真|纪事|风采|讲堂|课堂|连线|资讯|速览|播报|快报|集锦|速读|速递)$/u;
const COMMON_LABEL =
  /^(?:快讯|简讯|短讯|要闻|时评|社论|编后|编者按|编者的话|导读|提要|来论|图说|图片新闻|图片故事|新闻链接|相关链接|名词解释|记者手记|采访手记|读者来信)$/u;
/** 乡村行·看振兴; a person's name has its dot too, but stands in a sentence. */
const TWO_PART_LABEL = /^\p{Script=Han}{2,8}[·•・]\p{Script=Han}{2,8}$/u;
/** 关注县（市、区）两会 */
const VERB_LABEL = /^(?:关注|聚焦|直击|走进|喜迎|欢庆|奋进)[^\s，：！？“]{2,9}$/u;
const OPINION = /(?:论坛|时评|评论|快评|短评|锐评|热评|漫谈|杂谈|社论|来论|观点|言论|编后|随笔)/u;
/** The editor signs a note in the same way. */
const SUBHEADLINE = /^(?:——|--|—(?!—)|－－)(?!\s?编\s?者)/u;
const NOTICE =
  /^(?!特此|谨此|现予).*(?:公告|通告|启事|声明|公示|通知|讣告|布告|招标书|更正)(?:（[^）]{1,12}）)?$/u;
/** 01, 一、, （一）, 第一章: set over the parts of one article. */
const NUMBERED =
  /^(?:\d{1,2}[.、．]?|[（(][一二三四五六七八九十]{1,3}[）)].{0,24}|[一二三四五六七八九十]{1,3}[、.．].{1,24}|第[一二三四五六七八九十]+[章节部分].{0,24})$/u;

/** A column's name without its brackets, null where the text is no label in brackets. */
export const findBracketedLabel = (text: string): string | null => BRACKETED_LABEL.exec(text)?.[1] ?? null;
/** A column's label by its form alone; others are told by where they stand and what they say. */
export const isLabel = (text: string): boolean =>
  BRACKETED_LABEL.test(text) ||
  COMMON_LABEL.test(text) ||
  NAMED_LABEL.test(text) ||
  TWO_PART_LABEL.test(text) ||
  VERB_LABEL.test(text);
export const isOpinionLabel = (text: string): boolean => OPINION.test(text);
export const isSubheadline = (text: string): boolean => SUBHEADLINE.test(text);
export const isNoticeHeadline = (text: string): boolean => NOTICE.test(text);
/** A crosshead with its number. */
export const isNumberedCrosshead = (text: string): boolean => NUMBERED.test(text);

const PLACE_KICKER = /^[\p{Script=Han}]{1,6}(?:省|市|区|县|旗|镇|乡|街道)$/u;

/** A place's name alone on its line, over the headline or below it. */
export const isPlaceKicker = (line: string): boolean => PLACE_KICKER.test(line);
