import { splitNames } from './split-names.js';

/** 以下事件中， / 下列哪一个事件发生得最早： : says that things follow, names none. */
const LEAD_IN =
  /^在?(?:以下|下列|下面)(?:的?(?:哪些|哪一?[个件项场]|[两三四五几]个))?(?:事件|活动|新闻|事情|事)?(?:中|里|当中)?(?:[，,]?[^：:，,？?、]{0,14}[：:？?]|[，,])\s*/u;
/** 2024年中， / 在2023年， : the time of all that follows. */
const SHARED_TIME =
  /^(?:在)?((?:19|20)?\d{2}年(?:\d{1,2}月|初|中|底|末)?(?:的?[\p{Script=Han}]{2,8}中)?)[，,]\s*/u;
/** Where the comparing begins: 哪个更早, 是同一个月吗, 分别在何时, 谁先. */
const COMPARING =
  /[，,。]?\s*(?:(?:[这那][些两三四五几]?(?:个|件|场|者|项)?\p{Script=Han}{0,2}|[两三四五几]?(?:个|件|场|者|项)?(?:事件|活动|事情|新闻)?)(?:中|里|当中|之间)?[，,]?(?:哪一?(?:个|件|项|场|位|者|家|种|座|条|所|届|部|地|市|县|区)(?=[^，,？?。]{0,14}?(?:[更最早晚先后]|近|远))|谁(?=更|最|先|后|早|晚)|何者)|(?:的)?(?:日期|时间)?(?:是|都|均)?(?:是|否|不是|是否|是不是)*(?:均|都)?(?:发生|发布|进行|举行|出现|成立|举办)?(?:是|都)?(?:在|于)?同一?个?(?:年|月|天|日|周|季度)|，?(?:是否|是不是|是)?(?:都|均)(?:是)?(?:在|于)[^，,和与]{2,12}(?:发生|发布|举行|进行|出现)|(?:的)?(?:先后|时间)顺序|(?:的?时间)?(?:相差|相隔|间隔|隔了?)(?=多|几|了)|分别(?=[于在是发有举做]|什么|何))/u;
/** Of the comparing, what only compares; the rest (去世, 得分) belongs to each thing. */
const ONLY_COMPARES =
  /^[，,\s]*(?:[这那][些两三四五几]?(?:个|件|场|者|项)?\p{Script=Han}{0,2}|[两三四五几]?(?:个|件|场|者|项)?(?:事件|活动|事情|新闻)?)(?:中|里|当中|之间)|哪一?(?:个|件|项|场|位|者|家|种|座|条|所|届|部|地|市|县|区)(?:城市|地方|[省市县区镇乡]|事(?=[更最先后]))?(?:事件|活动|比赛|日期|时间|年份)?|(?:这|那)(?:些|[两三四五几])?(?:个|件|场)?|事件|活动|谁|何者|(?:离|距).{0,8}[最更]\S{1,2}$|[最更]\S{1,2}$|[最更]?(?:早|晚|先|后|近|远)|发生|发布|进行|举行|出现|同一?个?(?:年|月|天|日|周|季度)(?:份|内)?|分别|先后|时间|顺序|(?:相差|相隔|间隔|隔)了?(?:几|多少?)[天年日月久长个]*|怎样|什么|日期|是否|不是|是|的|得|在|于|吗|呢|都|均|[？?。，,\s]/gu;

const FIRST = /(?:哪|谁|何者|以下|下列)(?!.{0,14}先后).{0,14}(?:[更最]早|[更最]?先(?!后)|在前)/u;
const LAST = /(?:哪|谁|何者|以下|下列).{0,14}(?:[更最]晚|最后|在后|离(?:现在|今天|今).{0,3}近)/u;
const IN_TIME = /先后|顺序|相差|相隔|间隔|同一?个?[年月天日周]/u;

/** Characters; a shorter piece names nothing. */
const MIN_PIECE = 2;

/** Which of what is compared is asked for: the first or the last in time; 'all' where only their order or distance is. */
export function findOrderAsked(question: string): 'first' | 'last' | 'all' | null {
  if (!splitCompared(question)) return null;
  if (LAST.test(question)) return 'last';
  if (FIRST.test(question)) return 'first';
  return IN_TIME.test(question) ? 'all' : null;
}

/** Inside of 《》 stands a name, of the same length. */
const hideNames = (text: string): string =>
  text.replace(/《[^》]*》/gu, (name) => `《${'＿'.repeat(name.length - 2)}》`);

/** What is asked of each thing: all behind 分别, else what does not only compare. */
function cutAsked(comparing: string): string {
  const ofEach = /^分别(?:于|在|是)?(.*?)[？?。]?$/u.exec(comparing)?.[1];
  return ofEach === undefined || ofEach === '什么' ? comparing.replace(ONLY_COMPARES, '') : ofEach;
}

/** A question that compares things → each thing, with what is asked of it; null where nothing is compared. */
export function splitCompared(question: string): string[] | null {
  const early = SHARED_TIME.exec(question.trim());
  const timeless = question.trim().slice(early?.[0].length ?? 0);
  const rest = timeless.replace(LEAD_IN, '');
  const comparing = COMPARING.exec(hideNames(rest));
  const isLedIn = rest !== timeless;
  if (!comparing && !isLedIn) return null;
  const named = (comparing ? rest.slice(0, comparing.index) : rest).replace(
    /[？?。]$|的?(?:时间)?相比$/u,
    '',
  );
  const asked = comparing ? cutAsked(rest.slice(comparing.index)) : '';
  const time = early ?? SHARED_TIME.exec(named);
  const pieces = splitNames(early || !time ? named : named.slice(time[0].length), MIN_PIECE);
  return pieces?.map((piece) => `${time?.[1] ?? ''}${piece}${piece.endsWith(asked) ? '' : asked}`) ?? null;
}
