import type { QuestionKind } from '../domain/query.js';

const WHEN =
  /什么时候|什么时间|何时|哪(?:一)?(?:天|年|月|日)|哪几天|几月几[日号]|(?<![这近前后过上])几月份?(?!几)|几[点号](?:钟)?|多久|(?:时间|日期|年份|日子)(?:是|为|分别)?(?:什么|哪|几|多少)?[?？]?$/u;
const WHO =
  /谁|哪(?:一)?位|哪几位|何人|什么人|(?:主持人|主讲人|作者|记者|书记|市长|县长|区长|局长|主任|校长|冠军|负责人|得主|导演|主演|创始人|名字)(?:是|叫|为|分别是)?(?:谁|什么|哪)?[?？]?$/u;
const LIST_ASKED =
  /哪些|哪(?:几|\d+|[一二三四五六七八九十]+)[个件项条种名家所处]|有什么|包括什么|都有(?:谁|啥)|列(?:出|举)|名单|清单/u;
const NUMBER =
  /多少|几(?:个(?!月[之以]?前)|件|项|条|种|位|名|家|所|处|[天年](?![之以]?前)|日|人|次|部|台|辆|套|户|座|场|起|亩|吨|张|万|亿|成|倍|届|强|岁|例|米|公里|层|号线)|(?:有)?多(?:大|高|长|远|重|宽|深|厚|快)|(?:数量|人数|金额|总额|总投资|投资额|面积|价格|比例|占比|增速|增长率|产量|销量|票房|吞吐量|总量|比分|排名|温度|气温|票价|费用|收入|成本|次数|数)(?:是|为|达|有)?(?:多少)?[?？]?$/u;
const LIST_IMPLIED =
  /分别是|(?:实事|事项|项目|举措|措施|安排)[?？]?$|(?:几|\d+|[一二三四五六七八九十]+)(?:件|项|条|个|大|点).{0,12}(?:是什么|内容)|内容有/u;
const WHERE = /哪里|哪儿|何处|何地|什么地方|在哪|地点|哪个(?:省|市|县|区|城市|国家|地方)|地址|什么位置/u;

/** Asks when, where nothing else is asked: 几年前通的车, but not 几年前谁说过. */
const LONG_AGO = /几(?:年|个?月|天)[之以]?前/u;

/** The first pattern that fits decides; the order is from the surest sign to the weakest. */
const KINDS: readonly [QuestionKind, RegExp][] = [
  ['when', WHEN],
  ['who', WHO],
  ['list', LIST_ASKED],
  ['number', NUMBER],
  ['list', LIST_IMPLIED],
  ['where', WHERE],
  ['when', LONG_AGO],
];

/** What a question asks for, judged by its own words. */
export function findKind(question: string): QuestionKind {
  return KINDS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'what';
}
