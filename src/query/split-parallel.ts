import { tagWords } from '../text/words.js';

type Word = { word: string; tag: string };

type Joint = { at: number; left: number; right: number; likeness: number };

const CONJUNCTION = /^(?:和|及|以及)$/u;
const ASKING_WORD = /什么|谁|多少|哪|几|何/u;
/** Questions that compare or that name a day by what happened on it are split elsewhere. */
const COMPARES =
  /当[天日年月]|同一天|顺序|哪(?:一)?个(?:事件|(?=.{0,8}[更最先早晚]))|[更最][早晚先]|先后|相差|相隔|同一?个?[年月天日]/u;
/** What two do with each other is one thing. */
const TOGETHER =
  /会晤|会见|会面|会谈|解约|联名|总共|一共|合计|通话|合作|签署|签订|对阵|之间|结婚|离婚|婚|谈判|冲突|关系|一起|共同|相互|互相|联合|联手|携手|交战|比赛结果|对决|合并|和解|达成/u;
/** What is asked of each. */
const ASKS_OF_EACH =
  /分别|各自?(?=[有是在为])|(?:时间|日期|地点|地址|举办地|导演|主演|冠军|得主|市长|产量|销量|人数|数量|收入|票房|结果|内容|主题|增长|多少|是谁|是什么|什么时候|哪里|哪个[\p{Script=Han}]{0,2}|几[个家人名])[^，。]{0,8}[?？]?$/u;
/** The two sides of a conjunction have hardly more words than these. */
const MOST_WORDS = 7;
/** What a happening has. */
const OF_VERB = /^(?:时间|日期|地点|地址|人数|数量|金额|原因|方式|结果|内容|规模)$/u;
/** Below this likeness of the words on its two sides a conjunction joins something else. */
const LIKE = 0.6;
/** 甲和乙的时间: what is asked of both stands behind 的, so that both sides are named ahead of it. */
const ASKS_ATTRIBUTE =
  /[和及][^的，。]{2,}的(?:[\p{Script=Han}]{0,4})(?:时间|日期|地点|地址|人数|数量|冠军|结果)(?:分别|各)?(?:是|为|在)?(?:多少|什么|什么时候|何时|哪里|哪天|谁)?[?？]?$/u;
const LIKE_WITH_ATTRIBUTE = 0.45;
/** 分别 says that something is asked of each. */
const LIKE_OF_EACH = 0.3;
/** What a word more on one side takes from the likeness. */
const UNEVEN = 0.15;

/**
 * X2021年和2022年的产量, 男单和女单冠军分别是谁: one thing asked of two → each with the head and the tail that they
 * share. null where nothing is asked of each, or where the sides of no conjunction are alike.
 */
export function splitParallel(question: string): string[] | null {
  if (!ASKS_OF_EACH.test(question) || TOGETHER.test(question) || COMPARES.test(question)) return null;
  const words = cutWords(question);
  const joints = words.flatMap(({ word }, at) =>
    CONJUNCTION.test(word) && !isInside(words, at) && !isPhrase(words, at) ? [findSides(words, at)] : [],
  );
  const least = /分别|各自/u.test(question)
    ? LIKE_OF_EACH
    : ASKS_ATTRIBUTE.test(question)
      ? LIKE_WITH_ATTRIBUTE
      : LIKE;
  const [best] = joints.filter(({ likeness }) => likeness >= least).sort((a, b) => b.likeness - a.likeness);
  if (!best) return null;
  const { at, left, right } = best;
  const head = join(words.slice(0, at - left)).replace(/^分别|分别$/u, '');
  if (ASKING_WORD.test(head) && !/分别|各/u.test(question)) return null;
  const tail = join(words.slice(at + 1 + right)).replace(/分别|各自?(?=[有是在为])/u, '');
  const [one, other] = [join(words.slice(at - left, at)), join(words.slice(at + 1, at + 1 + right))];
  // 发布时间和地点 are of the same verb; of 发布时间和处理器 the other is the thing's own.
  const ofOther =
    OF_VERB.test(one) && !OF_VERB.test(other) ? head.replace(/(?<=的)[\p{Script=Han}]{2}$/u, '') : head;
  return [`${head}${one}${tail}`, `${ofOther}${other}${tail}`];
}

/** 国家和地区 is one thing, 发展和改革局 one office. */
const PHRASE =
  /国家[和及]地区|发展和改革|工业和信息|文化和旅游|住房和城乡|资源和(?:社会|规划)|规划和自然|农业和农村|卫生和计划|应急和/u;

const isPhrase = (words: readonly Word[], at: number): boolean =>
  PHRASE.test(join(words.slice(at - 1, at + 2)));

/** The longest pair of sides among those that are most alike. */
function findSides(words: readonly Word[], at: number): Joint {
  let best: Joint = { at, left: 0, right: 0, likeness: 0 };
  for (let left = 1; left <= Math.min(MOST_WORDS, at); left++) {
    for (const right of [left - 1, left, left + 1]) {
      if (right < 1 || right > words.length - at - 1) continue;
      const sides = [words.slice(at - left, at), words.slice(at + 1, at + 1 + right)] as const;
      if (!areParallel(...sides)) continue;
      const likeness = compareSides(...sides) - UNEVEN * Math.abs(left - right);
      if (likeness >= best.likeness) best = { at, left, right, likeness };
    }
  }
  return best;
}

/** Both have the same words of function (在, 的, 是), and what is joined is not cut: 电视剧 and 电视 of 电视动画. */
function areParallel(left: readonly Word[], right: readonly Word[]): boolean {
  const [one, other] = [join(left), join(right)];
  const functions = (side: readonly Word[]) => join(side.filter(({ tag }) => /^(?:u|p|c|w|r)/u.test(tag)));
  return functions(left) === functions(right) && !ASKING_WORD.test(other) && !one.startsWith(other);
}

/** Sides are alike as their first and their last words are: 0 to 1. */
const compareSides = (left: readonly Word[], right: readonly Word[]): number =>
  (compareWords(left[0], right[0]) + compareWords(left.at(-1), right.at(-1))) / 2;

/** Words of one kind, ending or length. */
function compareWords(one: Word | undefined, other: Word | undefined): number {
  if (!one || !other) return 0;
  return (
    compareKinds(kindOf(one), kindOf(other)) +
    (one.word.at(-1) === other.word.at(-1) ? 0.25 : 0) +
    (one.word.length === other.word.length ? 0.15 : 0)
  );
}

/** What is done is often named as a noun: 游客 and 旅游. */
function compareKinds(one: string, other: string): number {
  if (one === other) return 0.6;
  return /^[nv]{2}$/u.test(one + other) ? 0.4 : 0;
}

/** Nouns of what is counted, which the dictionary takes for verbs or units. */
const MEASURED = /^(?:收入|支出|投入|投资|增长|增速|产值|人次|票房|产量|销售额?|贷款|存款|消费|进口|出口)$/u;

/** Names that no dictionary holds are tagged in many ways. */
const kindOf = ({ word, tag }: Word): string =>
  /^[xjlie]/u.test(tag) || MEASURED.test(word) ? 'n' : tag.charAt(0);

/** As typed, not folded: what is shown of a facet is the question's own words. */
function cutWords(question: string): Word[] {
  let at = 0;
  return tagWords(question).map(({ word, tag }) => {
    const typed = question.slice(at, at + word.length);
    at += word.length;
    return { word: typed, tag };
  });
}

const join = (words: readonly Word[]): string => words.map(({ word }) => word).join('');

/** Inside of 《》 or quotation marks a conjunction belongs to a name. */
function isInside(words: readonly Word[], at: number): boolean {
  const before = join(words.slice(0, at));
  return /《[^》]*$|“[^”]*$|「[^」]*$/u.test(before);
}
