import { SURNAME } from '../text/find-people.js';
import { findNamedPlaces } from './follow-up-places.js';
import { findStatement, findTopic, takeApart } from './follow-up-topic.js';
import { cutWords, isNoun, isSide } from './follow-up-words.js';

const THINGS =
  '项目|工程|大桥|地铁|公交|公路|道路|公园|公司|企业|学校|医院|小学|中学|大学|幼儿园|小区|社区|景区|广场|机场|车站|' +
  '活动|比赛|赛事|会议|论坛|展览|展会|政策|条例|办法|规定|计划|规划|方案|报告|事故|案件|事件|单位|机构|部门|产品|平台|系统|' +
  '中心|基地|园区|实事|措施|任务|设施|线路|路线|桥|路|楼|校|院|馆|局|站|线|园|法|案|奖|会|剧|书|片|人物|政|事情|事儿|事';
const MEASURE = '[个件项条座所家场次起种支部批名位幢栋本届台辆处]';

/** Words that point at something, with what in the earlier question may stand for them. */
const POINTERS: readonly {
  pattern: RegExp;
  find: (pointed: RegExpExecArray, before: string, today: string) => string | null;
}[] = [
  {
    pattern:
      /(?:(?<![应不活本])该|[这那]篇|[这那]条|[这那]则|[这那]个|此|上述)(?:报道|新闻|文章|稿件|稿子|消息|通讯|报纸)|^报道(?=的|里|中|是)/u,
    find: (pointed, before, today) => `${findStatement(before, today)}的${pointed[0].replace(POINTING, '')}`,
  },
  { pattern: /(?<!我们?|咱们?|你们?)(?:那里|那儿|那边|这里|这儿|当地|该地)(?!的?人)/u, find: findSpot },
  {
    pattern: /(?:(?<![应不活本])该|[这那]个|[这那]座)(省|市|区|县|镇|乡|村|城市|县城)(?![域民长委场])/u,
    find: ([, kind = ''], before, today) => findPlaceOf(kind, before, today),
  },
  {
    pattern: /(?<![其吉])(?:[他她]们?|[这那]个人|此人|该男子|该女子|[这那]位)(?!人|乡|山)/u,
    find: findPerson,
  },
  {
    pattern: new RegExp(
      `(?:[这那](?:些|里面|[几两一二三四五六七八九十\\d]*${MEASURE})|(?<![应不活本])该|[此本](?:${MEASURE})?|上述)(${THINGS})`,
      'u',
    ),
    find: ([, thing = ''], before, today) => nameThing(thing, findTopic(before, today)),
  },
  { pattern: /^其中(?:的|，)?/u, find: (_, before, today) => `${findTopic(before, today)}其中` },
  {
    pattern: new RegExp(
      `(?<!其)它们?|^(?:在)?[这那](?:些|${MEASURE})(?=是|多|有|要|的|什|怎|哪|在|谁|几|好|呢|$)|^这(?=是|要|得|会|怎|有)|^那(?=是)`,
      'u',
    ),
    find: (_, before, today) => findTopic(before, today),
  },
];
const POINTING = /^(?:该|此|上述|[这那][篇条则个])/u;

/**
 * A question with 它, 该县, 这个项目, 那里 … → the same with what the earlier question names; null where it points at
 * nothing. What cannot be named leaves the question as it is.
 */
export function namePointed(question: string, before: string, today: string): string | null {
  for (const { pattern, find } of POINTERS) {
    const pointed = pattern.exec(question);
    if (!pointed) continue;
    const ahead = question.slice(0, pointed.index);
    if (namesThing(ahead, today)) return null;
    const named = find(pointed, before, today);
    return named
      ? ahead.replace(/^那么?$/u, '') + named + question.slice(pointed.index + pointed[0].length)
      : question;
  }
  return null;
}

/** 石渡大桥是谁设计的，它有多长: what is pointed at stands in the question itself. */
function namesThing(ahead: string, today: string): boolean {
  if (findNamedPlaces(ahead, today).length) return true;
  return cutWords(ahead).some(
    (word) => isNoun(word) && !isSide(word) && !/^[tl]/u.test(word.tag) && word.word.length > 1,
  );
}

function findPlaceOf(kind: string, before: string, today: string): string | null {
  const places = findNamedPlaces(before, today);
  const letter = kind.charAt(0) === '城' ? '市' : kind.charAt(0);
  const called = places.filter(({ name }) => name.endsWith(letter));
  const unknown = places.filter(({ codes, name }) => codes.length > 0 && !/[省市区县镇乡村]$/u.test(name));
  return (called.at(-1) ?? unknown.at(-1))?.text ?? null;
}

const STANDS_SOMEWHERE =
  /(?:公园|中心|医院|学校|小学|中学|[一二三四五六七八九十]中|大学|幼儿园|广场|馆|站|园|寺|庙|大桥|场|景区|市场|超市|小区|社区|古城|老街|乐园|基地)$/u;

/** 那里: a building or park that was asked about, else the place. */
function findSpot(_: RegExpExecArray, before: string, today: string): string | null {
  const topic = findTopic(before, today);
  if (STANDS_SOMEWHERE.test(topic)) return topic;
  return findNamedPlaces(before, today).at(-1)?.text ?? null;
}

const PERSON = new RegExp(
  `^(${SURNAME}\\p{Script=Han}{1,2}?)(?=说|讲|表示|介绍|认为|任|出席|参加|是|在|有|去|获|做|何|哪|多|什么|怎|的|当选|被|因|为|担任)`,
  'u',
);
const OFFICE =
  /(?:长|书记|记者|冠军|得主|导演|主演|主任|教授|老师|演员|作者|选手|人|代表|委员|队员|经理|主席|总裁|医生|院士|先生|女士)$/u;

function findPerson(pointed: RegExpExecArray, before: string, today: string): string | null {
  const name = PERSON.exec(before)?.[1];
  if (name) return name;
  const { head, leading, asking, tail } = takeApart(before, today);
  const isWho = /谁|什么人|何人/u.test(asking) && !(head + leading) && tail.length > 1 && !/^是/u.test(tail);
  if (isWho && !/位/u.test(pointed[0])) return `${tail}的人`;
  const topic = findTopic(before, today);
  return OFFICE.test(topic) ? topic : null;
}

/** 这座桥 of 石渡大桥 is the bridge itself; 这个项目 is its project. */
function nameThing(thing: string, topic: string): string | null {
  if (!topic) return null;
  const isAny = /^(?:事|事情|事儿|事件)$/u.test(thing);
  return isAny || topic.includes(thing) ? topic : topic + thing;
}
