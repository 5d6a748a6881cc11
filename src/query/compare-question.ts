import { findNamedPlaces } from './follow-up-places.js';
import { cutWords, isSide } from './follow-up-words.js';
import { splitNames } from './split-names.js';

/** One side of a comparison: how it is called, and what is asked of it, a whole question. */
export type Side = { label: string; question: string };
export type CompareQuestion = {
  sides: Side[];
  /** The sides are two times of the same thing. */
  ofTimes: boolean;
};

const YEAR = '(?:(?:19|20)\\d{2}年?|[今去前]年|上年)';
const TIME = `(?:${YEAR}(?:的?(?:\\d{1,2}月份?|[上下]半年|第?[一二三四]季度))?|\\d{1,2}月份?|[上下]半年|第?[一二三四]季度|上个?月|这个月|本月)`;
const AND = '(?:和|与|跟|同|比|、|以及|对比)';
const DIFFER =
  '(?:之间)?(?:的|都|各)*(?:有(?:什么|哪些|啥|何)(?:的)?(?:主要)?(?:不同|区别|差别|差异|变化|不一样)(?:之处|的地方)?|(?:的)?(?:不同|区别|差别|差异)(?:之处)?(?:是什么|在哪里?|有哪些|何在)?|(?:哪里|哪儿|怎么|有什么|有啥)不一样|对比(?:一下|如何|怎么样)?|比较(?:一下|如何)?|相比(?:如何|怎么样|怎样)?)';
const MORE = '(?:多|少|新增|增加|减少)了?(?:些|的)?(?:什么|哪些|啥|哪几[个件项])(?:内容|项目|实事)?';
const END = '[呢啊吗]*[？?。！!\\s]*$';

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
/** 哪个多, 谁的票价更贵: nothing of when, which the dates answer. */
const WHICH_IS_MORE =
  /[，,]?的?(?:哪一?[个座条家所种市县区镇乡边]|谁|哪里|哪儿)的?(.{0,8}?)(?:更|比较|最)?(多|少|大|小|高|低|长|短|贵|便宜|重|宽|深|远|近|快|慢)(?:一?些|一点)?[呢啊吗]*[？?。！!\s]*$/u;
/** 2023年和2024年哪年多 */
const WHICH_YEAR = new RegExp(
  `^(.+?)(${TIME})${AND}(${TIME})(?:的)?([^哪]{0,10}?)[，,]?哪(?:一?[年个]|个月|一个月)的?(.{0,8}?)(?:更|比较)?(多|少|大|小|高|低|长|短)${END}`,
  'u',
);
/** The adjective is the end of a word. */
const NO_MEASURE = /[部局院校市县区乡镇村社省厅科处所会行队班站台秘董家成增]长$|[新创]高$|[扩最巨]大$/u;
const DIFFERENT = new RegExp(`${DIFFER}${END}`, 'u');
/** 分别有哪些, and of districts also 有哪些 alone: the list of each. */
const EACH =
  /(?:分别|各自?)(?:都|是|有|为)*(?:哪些.{0,8}|什么|多少.{0,8})[？?。\s]*$|(?<!之间.*)有哪些[？?。\s]*$/u;
const TOGETHER = /^的?(?:之间|交界|联合|共同|合作|两|双方)/u;
const DISTRICT = /[区县]$/u;
/** Of these an article tells how they changed. */
const MEASURE = /(?:率|数|量|价格?|额|规模|水平|增速|收入|面积|GDP|均价|票价|投资)$/u;
const COMMAND = /^(?:请|帮我|麻烦)*(?:对比|比较)/u;
const OPENING = /^(?:请问|请|帮我|对比|比较|一下|说说|想知道|[，,\s])+/u;
/** What is measured where the question only says 多 or 长. */
const MEASURED: Readonly<Record<string, string>> = {
  ...{ 长: '全长多少', 短: '全长多少', 高: '有多高', 低: '有多高', 贵: '多少钱', 便宜: '多少钱' },
  ...{ 重: '有多重', 宽: '有多宽', 深: '有多深', 远: '有多远', 近: '有多远', 快: '多少时间', 慢: '多少时间' },
};
const THIS_YEAR = '今年';
const MOST_SIDES = 4;
const TIE = new RegExp(`^(?:${AND}|[，,])$`, 'u');

/** A question that puts two to four places, times or things beside each other; null where nothing is compared. */
export function parseCompareQuestion(text: string, askedOn: string): CompareQuestion | null {
  const bare = text.replace(OPENING, '');
  const isCommand = COMMAND.test(text) && !DIFFERENT.test(bare) && !WHICH_IS_MORE.test(bare);
  const asked = isCommand ? `${bare.replace(/[？?。！!\s]+$/u, '')}有什么不同` : bare;
  return compareTimes(asked) ?? comparePlaces(asked, askedOn) ?? compareThings(asked);
}

function compareTimes(text: string): CompareQuestion | null {
  const [which, ahead = '', one = '', later = '', about = '', measured = '', adjective = ''] =
    WHICH_YEAR.exec(text) ?? [];
  if (which)
    return toTimes([one, later], (time) => `${ahead}${time}${measure(['', measured, adjective], about)}`);
  const two = TWO_TIMES.exec(text);
  if (two) {
    const [, before = '', first = '', second = '', behind = ''] = two;
    const about = `${before}${behind.replace(/^的/u, '')}`;
    return about ? toTimes([first, second], (time) => `${before}${time}${behind.replace(/^的/u, '')}`) : null;
  }
  const [, before = '', earlier = ''] = WITH_EARLIER.exec(text) ?? [];
  const own = new RegExp(TIME, 'u').exec(before)?.[0];
  const about = before.replace(own ?? THIS_YEAR, '').replace(/[的，,]+$/u, '');
  if (!earlier || about.length < 2 || (MEASURE.test(about) && /变化/u.test(text))) return null;
  return toTimes([own ?? THIS_YEAR, earlier], (time) =>
    own ? before.replace(own, time).replace(/[的，,]+$/u, '') : `${time}${about}`,
  );
}

const toTimes = (times: readonly string[], ask: (time: string) => string): CompareQuestion => ({
  sides: times.map((time) => ({ label: time, question: askForAll(ask(withYear(time))) })),
  ofTimes: true,
});

const withYear = (time: string): string => (/^(?:19|20)\d{2}$/u.test(time) ? `${time}年` : time);

/** 民生实事 → 民生实事有哪些; what asks already stays. */
const askForAll = (about: string): string =>
  /多少|几|有哪些|多[大高长]/u.test(about)
    ? about
    : MEASURE.test(about)
      ? `${about}是多少`
      : `${about}有哪些`;

function comparePlaces(text: string, askedOn: string): CompareQuestion | null {
  const which = WHICH_IS_MORE.exec(text);
  const asking = which ?? DIFFERENT.exec(text) ?? EACH.exec(text);
  if (!asking) return null;
  const places = findNamedPlaces(text.slice(0, asking.index), askedOn);
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last || places.length < 2 || places.length > MOST_SIDES) return null;
  const ties = places.slice(1).map(({ start }, at) => text.slice(places[at]?.end ?? 0, start));
  const about = text.slice(last.end, asking.index);
  if (!ties.every((tie) => TIE.test(tie)) || TOGETHER.test(about)) return null;
  const isListed = !which && !DIFFERENT.test(text);
  if (isListed && !/分别|各/u.test(asking[0]) && !places.every(({ text: name }) => DISTRICT.test(name)))
    return null;
  const tail = isListed
    ? about + asking[0].replace(/^(?:分别|各自?)/u, '')
    : which
      ? measure(which, about)
      : askForAll(about.replace(/^的|的$/gu, ''));
  if (tail === '有哪些') return null;
  const head = text.slice(0, first.start);
  return {
    sides: places.map(({ text: place }) => ({ label: place, question: `${head}${place}${tail}` })),
    ofTimes: false,
  };
}

function compareThings(text: string): CompareQuestion | null {
  const which = WHICH_IS_MORE.exec(text);
  if (which && NO_MEASURE.test(which[1] + (which[2] ?? ''))) return null;
  const named = which ? text.slice(0, which.index) : '';
  const names = /[，,；;。：:]/u.test(named) ? null : splitNames(named, 2);
  const last = names?.at(-1);
  if (!which || !names || !last || names.length > MOST_SIDES) return null;
  const side = cutWords(last).at(-1);
  // 301路和28路票价: what is measured stands behind the last of them.
  const shared = side && isSide(side) && side.start > 0 ? side.word : '';
  const things = names.map((name) =>
    shared && name.endsWith(shared) ? name.slice(0, -shared.length) : name,
  );
  return {
    sides: things.map((name) => ({ label: name, question: `${name}${measure(which, shared)}` })),
    ofTimes: false,
  };
}

/** 哪个加装电梯多 → 加装电梯多少; 哪个长 → 全长多少. */
function measure([, behind = '', adjective = '']: readonly string[], between: string): string {
  const what = `${between}${behind}`.replace(/^的|[的，,]+$/gu, '');
  return what ? `${what}${/价/u.test(what) ? '是' : ''}多少` : (MEASURED[adjective] ?? '有多少');
}
