import { festivalRange } from './festivals.js';
import type { Standing } from './part-of-year.js';
import { matchAt, type PartOfYear } from './reading.js';

/** Names that are also numbers or words: 十一个, 五一路, 元宵 to eat, 小年轻. Groups of one name stand with their key first. */
const NAME = new RegExp(
  '[“"‘]?(?:(春节|除夕|大年三十|年三十|元宵|龙抬头|清明|端午|七夕|中元|中秋|重阳|冬至|腊八|小年|元旦|平安夜|春运)节?|' +
    '(五一|六一|七一|八一|五四|三八)(?:国际)?(?:劳动节|儿童节|建党节|建军节|青年节|妇女节|节)?|' +
    '(?:国际)?(劳动|妇女|儿童|青年|建党|建军|教师|植树|记者|护士|母亲|父亲|情人|圣诞)节|' +
    '(国庆)节?|(十一|双十一|双11|双十二|双12))[”"’]?',
  'uy',
);
const DAYS_OFF = /的?(?:放假期间|期间|假期|小长假|长假|黄金周|放假)/uy;
const ITSELF = /的?(?:当[天日晚]|[那这][天日]|之?夜|晚上|上午|下午)/uy;
const AROUND = /(?=前夕|前后|之?[前后](?![三二两几半十来往方]))/uy;
/** What makes a name of it: a road, a gala, a cake. */
const NAMED =
  /[路街巷桥村镇乡厂矿站档奖杯届班号轻贺礼祝典联幸功个人点条项家位所名月次万亿]|大[街道学厦]|广场|公园|小[区学]|社区|学校|中学|幼儿园|医院|商场|百货|酒店|宾馆|饭店|影|剧|晚会|文艺|粽|汤圆|灯[会谜]|勋章|精神|上河图|时节|文化|习俗|传统|表彰|慰问|献|阅兵|年[货夜]/uy;
/** A question says when by what follows: 春节有哪些活动, 国庆太原有什么. */
const ASKED =
  /$|[\s，。？！、；：,?!]|有(?![限关])|怎|哪|什么|谁|几|能|可以|去|是|都|会|放|我|市民|的|在|[\u4e00-\u9fff]{2,4}(?:省|市|区|县|镇|乡|有|的|哪|怎|什么)/uy;
/** 十一 and the like are numbers first: only what says when, a year or the end of the question makes days of them. */
const ASKED_NUMBER = /$|[\s，。？！,?!]|有[哪什没]|去|怎/uy;
const ASKED_GROUP = /有[哪什没]|怎|去哪|是哪|是几/uy;
const IN = /[在自从到]/u;
const SURNAMES =
  /[李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]/u;

/** A festival that says when: 春节期间, 中秋节当天, 去年国庆. A name of something else (春节联欢晚会, 五一路) is none. */
export function readFestival(text: string, at: number, standing: Standing): PartOfYear | null {
  const parts = matchAt(NAME, text, at);
  const name = parts?.slice(1).find((part) => part !== undefined);
  if (!parts || !name) return null;
  const behind = at + parts[0].length;
  const daysOff = matchAt(DAYS_OFF, text, behind);
  const itself = daysOff ? null : matchAt(ITSELF, text, behind);
  const said = daysOff ?? itself ?? matchAt(AROUND, text, behind);
  if (!said && !standsForDays(text, at, behind, parts, standing)) return null;
  const wanted = daysOff ? 'holiday' : itself ? 'day' : 'usual';
  return {
    end: behind + (said?.[0].length ?? 0),
    grain: 'festival',
    build: (year) => festivalRange(name, year, wanted),
  };
}

/** Whether the plain name is a time. In an article 春节 is news, 去年春节 and 除夕 a date. */
function standsForDays(
  text: string,
  at: number,
  behind: number,
  [all, , numeral, group, , number]: RegExpExecArray,
  standing: Standing,
): boolean {
  if (matchAt(NAMED, text, behind)) return false;
  const isNumeral = number !== undefined || numeral === all;
  if (isNumeral && (all === '八一' || !matchAt(ASKED_NUMBER, text, behind))) return false;
  if (standing === 'headed' || /除夕|年三十/u.test(all)) return true;
  const before = text[at - 1] ?? '';
  if (standing === 'article' || all === '元宵' || SURNAMES.test(before)) return false;
  if (IN.test(before)) return true;
  // 三八妇女节 and 教师节 by themselves are what is asked about.
  return matchAt(numeral || group ? ASKED_GROUP : ASKED, text, behind) !== null;
}
