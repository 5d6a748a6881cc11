import { askForAll, askHowMuch, MEASURE, type Side } from './ask-of-side.js';
import { AND, DIFFER, END, MORE } from './comparing-words.js';

const YEAR = '(?:(?:19|20)\\d{2}年?|[今去前]年|上年)';
const TIME = `(?:${YEAR}(?:的?(?:\\d{1,2}月份?|[上下]半年|第?[一二三四]季度))?|\\d{1,2}月份?|[上下]半年|第?[一二三四]季度|上个?月|这个月|本月)`;

/** 比去年多了什么, 和2022年相比有什么不同 */
const WITH_EARLIER = new RegExp(
  `^(.*?)[，,]?(?:比起|相比|相较于?|较|比|和|与|跟|同|对比)(${TIME})的?(?:同期)?(?:相比|比较|对比|比起来|比|来说)?[，,]?(?:${DIFFER}|${MORE}|(?:有(?:什么|哪些))(?:新增|增加|减少).{0,4})${END}`,
  'u',
);
/** 2022年和2023年…有什么不同 */
const TWO_TIMES = new RegExp(
  `^(.*?)(${TIME})的?${AND}(${TIME})(?:相比)?[，,]?(.*?)(?:相比)?[，,]?(?:${DIFFER}|${MORE})${END}`,
  'u',
);
/** 2023年和2024年哪年多 */
const WHICH_YEAR = new RegExp(
  `^(.+?)(${TIME})${AND}(${TIME})(?:的)?([^哪]{0,10}?)[，,]?哪(?:一?[年个]|个月|一个月)的?(.{0,8}?)(?:更|比较)?(多|少|大|小|高|低|长|短)${END}`,
  'u',
);
const THIS_YEAR = '今年';

/** 2022年和2023年…有什么不同, 比去年多了什么, 哪年多 → the same asked of each time; null where no two times are compared. */
export const compareTimes = (text: string): Side[] | null =>
  compareAmounts(text) ?? compareTwo(text) ?? compareWithEarlier(text);

function compareAmounts(text: string): Side[] | null {
  const [which, ahead = '', one = '', other = '', about = '', measured = '', adjective = ''] =
    WHICH_YEAR.exec(text) ?? [];
  if (!which) return null;
  return toSides([one, other], (time) => ahead + time + askHowMuch(about + measured, adjective));
}

function compareTwo(text: string): Side[] | null {
  const [two, ahead = '', one = '', other = '', about = ''] = TWO_TIMES.exec(text) ?? [];
  const behind = about.replace(/^的/u, '');
  if (!two || !(ahead + behind)) return null;
  return toSides([one, other], (time) => ahead + time + behind);
}

/** Where only the earlier time is named, this year is compared with it. */
function compareWithEarlier(text: string): Side[] | null {
  const [, ahead = '', earlier = ''] = WITH_EARLIER.exec(text) ?? [];
  const own = new RegExp(TIME, 'u').exec(ahead)?.[0];
  const about = trim(ahead.replace(own ?? THIS_YEAR, ''));
  if (!earlier || about.length < 2 || (MEASURE.test(about) && /变化/u.test(text))) return null;
  return toSides([own ?? THIS_YEAR, earlier], (time) =>
    own ? trim(ahead.replace(own, time)) : time + about,
  );
}

const trim = (text: string): string => text.replace(/[的，,]+$/u, '');

const toSides = (times: readonly string[], ask: (time: string) => string): Side[] =>
  times.map((time) => ({ label: time, question: askForAll(ask(withYear(time))) }));

const withYear = (time: string): string => (/^(?:19|20)\d{2}$/u.test(time) ? `${time}年` : time);
