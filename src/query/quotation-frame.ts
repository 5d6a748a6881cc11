import { findHeldNames, findOtherNames } from './filters/find-newspaper-names.js';
import { findTimesOf, type Span, type WallText } from './filters/wall-text.js';

/** A sentence or an utterance that is pointed at: 这句话, 那段文字, 以下内容. */
export const POINTS_AT_WORDS =
  /(?:[这那此该]|以下|下面|下列|如下|上面|上述|前面)(?:的|这|那|一|两|几|半|个|种)*(?:(?:句|段|番|小段|则)(?:话|文字|内容|原话|原文|引文|引语|句子|讲话)?|话|文字|原话|原文|引文|引语|句子|说法|表述|提法|标题|题目|内容)/u;
const NAMES_A_SOURCE = /出自|出处|出于|摘自|引自|取自|语出|源自|源于|来源|原话|原文|原句/u;
const PUBLISHES = /登|刊|载|印|见报|见于|发表|发布|报道|报导|写|说|讲|提|报上|报纸|版/u;
const ASKS_WHERE =
  /哪(?!些)|何[时处日地年月]|什么(?:时候|时间|地方|日期|报|文章|报道)|多会|几[版号月日期时]|谁(?!知道)/u;
const ASKS_WHETHER = /吗|没有|有无|是否|是不是/u;
const ASKS_TO_LOOK = /查|找|核|搜|确认/u;

/** All that may stand around a quotation whose source is asked for, beside times and newspapers. */
const WORDS = (
  '请问 请 麻烦 劳驾 你好 您好 帮我 帮忙 谢谢 我 想 要 你 您 能 能不能 能否 可以 可否 谁知道 知道 告诉 给 记得 听说 看到 见 过 ' +
  '查询 查 查查 查一查 查找 查证 找 找找 找一找 问 问问 看 看看 核对 核实 核 确认 了解 搜索 搜 一下 下 一 个 ' +
  '的 是 在 于 从 了 着 呢 吗 么 啊 呀 吧 嘛 那 那么 就 都 也 又 曾 曾经 最早 最先 最初 首次 第一次 究竟 到底 具体 分别 应该 原来 来着 ' +
  '上 里 里面 里头 中 当中 上面 其中 当时 好像 是不是 是否 有没有 有无 可曾 有 没有 没 还 还有 和 与 以及 或 对 帮 被 把 会 这样 这么 那样 ' +
  '以下 下面 下列 如下 上述 前面 这 此 该 句 段 番 则 一句 一段 句话 段话 一句话 一段话 话 文字 内容 句子 说法 表述 提法 讲话 引文 引语 原话 原文 原句 ' +
  '出处 来源 出自 出于 来自 源自 源于 摘自 引自 取自 语出 见于 ' +
  '报纸 报 报上 报刊 日报 晚报 报道 报导 新闻 文章 稿件 稿子 稿 消息 通讯 评论 社论 档案 版 版面 期 天 日 日期 日子 时间 时候 篇 份 张 家 页 号 年 月 媒体 标题 题目 记者 作者 人 地方 ' +
  '哪 哪里 哪儿 哪个 哪位 哪一 什么 啥 何 何时 何处 何日 何地 第几 几 几时 谁 多会儿 怎么 怎样 如何 什么时候 ' +
  '登 登载 登出 登过 刊登 刊载 刊发 刊出 刊 载 发表 发布 发 报道 印 印刷 写 写道 写到 说 说过 讲 讲到 说到 提到 提及 提 出现 出来 见报 用 收录 引用 记载 到 来 出 过 真 确实 存在'
).split(' ');
const BY_FIRST = groupByFirst(WORDS);
const MARK = /[\s\p{P}]/u;
/** 哪期人民日报: the name begins behind what asks. */
const ASKS_BEFORE_NAME = /^(?:(?:请问|查一?下|找一?下)?(?:哪|第?几)一?[天期份版篇张家日]?的?)+/u;

export type Frame = {
  /** For each place of the text: whether nothing but words around a quotation stands before it, and behind it. */
  opens: boolean[];
  closes: boolean[];
};

/** Which parts of a question at its beginning and its end only ask where something was printed. */
export function readFrame(question: WallText, newspapers: readonly string[]): Frame {
  const text = blank(question.text, findPrinted(question, newspapers));
  const opens = Array<boolean>(text.length + 1).fill(false);
  const closes = [...opens];
  opens[0] = true;
  closes[text.length] = true;
  for (let at = 0; at < text.length; at++) {
    if (opens[at]) for (const length of lengthsAt(text, at)) opens[at + length] = true;
  }
  for (let at = text.length - 1; at >= 0; at--) {
    closes[at] = lengthsAt(text, at).some((length) => closes[at + length]);
  }
  return { opens, closes };
}

/** Whether the words around a quotation ask for its source, and whether for nothing else but that. */
export function readAsking(frame: string): { asks: boolean; isSure: boolean } {
  const isSure = POINTS_AT_WORDS.test(frame) || NAMES_A_SOURCE.test(frame);
  const asksWhere = ASKS_WHERE.test(frame);
  const asksAtAll = asksWhere || ASKS_WHETHER.test(frame);
  const asks = isSure
    ? asksAtAll || NAMES_A_SOURCE.test(frame) || ASKS_TO_LOOK.test(frame)
    : asksAtAll && PUBLISHES.test(frame);
  return { asks, isSure };
}

/** Times, newspapers and pages: they say where it was printed, and are understood by themselves. */
function findPrinted(question: WallText, newspapers: readonly string[]): Span[] {
  const { text } = question;
  return [
    ...findTimesOf(text),
    ...findNewspapers(question, newspapers),
    ...[...text.matchAll(/第?(?:头|[a-z]?\d{1,3})版/gu)].map(({ 0: page, index }) => ({
      start: index,
      end: index + page.length,
    })),
  ];
}

/** Every newspaper that is named, one that the archive does not hold as well. */
export function findNewspapers(
  question: WallText,
  newspapers: readonly string[],
): (Span & { newspaper: string })[] {
  const held = findHeldNames(question, newspapers);
  const others = held.length > 0 ? [] : findOtherNames(question);
  return [...held, ...others].map(({ newspaper, start, end }) => {
    const asking = ASKS_BEFORE_NAME.exec(newspaper)?.[0].length ?? 0;
    return { newspaper: newspaper.slice(asking), start: start + asking, end };
  });
}

function blank(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

/** How long the words are that stand at a place; a mark or a blank is one. */
function lengthsAt(text: string, at: number): number[] {
  const first = text.charAt(at);
  if (MARK.test(first)) return [1];
  return (BY_FIRST.get(first) ?? []).filter((word) => text.startsWith(word, at)).map((word) => word.length);
}

function groupByFirst(words: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const group = groups.get(word.charAt(0)) ?? [];
    group.push(word);
    groups.set(word.charAt(0), group);
  }
  return groups;
}
