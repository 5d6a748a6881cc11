import type { Verdict } from '../feedback.js';

/** What the Telegram bot says while it answers, and on the buttons under an answer. */

export const looking = (): string => '正在查…';
export const stopButton = (): string => '停止';
export const stopToast = (): string => '好的，停下了';
export const alreadyEnded = (): string => '这个回答已经结束了';
export const notYoursToStop = (): string => '只有提问的人能停下这个回答。';
export const stopped = (): string => '已按你的要求停下。';
export const stoppedHalfWay = (): string => '已按你的要求停下，以上没有答完，出处也没来得及列出。';
export const brokenOff = (): string => '中途出了点问题，以上没有答完。';

export const interrupted = (): string =>
  '我刚才重新启动了，这个回答没有做完。如果下面没有新的回答，请再问一次。';

export const quoteButton = (numbers: string): string => `原文 ${numbers}`;
export const allQuotesButton = (count: number): string => `${count} 处原文和全文`;
export const quotesGone = (): string => '这篇稿件已经不在档案里了。';
export const moreButton = (): string => '更多结果';
export const nextHitsButton = (): string => '再看一些';
export const noMoreHits = (): string => '没有更多结果了。';
export const answerForgotten = (): string => '这个回答太久了，请把问题再发一次。';

export const otherYear = (year: string): string => `${year}年呢？`;
export const otherPlace = (name: string): string => `${name}呢？`;
export const course = (): string => '进展如何？';

export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = { up: '👍', down: '👎' };
/** Under an answer that one person reads: their choice. */
export const chosenVerdict = (verdict: Verdict, chosen: boolean): string =>
  chosen ? `${VERDICT_SIGNS[verdict]} ✓` : VERDICT_SIGNS[verdict];
/** Under an answer that a group reads: how many chose it. */
export const countedVerdict = (verdict: Verdict, people: number): string =>
  people > 0 ? `${VERDICT_SIGNS[verdict]} ${people}` : VERDICT_SIGNS[verdict];
export const verdictToast = (): string => '谢谢，记下了';

export const remarkMissing = (): string =>
  '请写上你的意见，例如 /feedback 第二句的年份不对。意见会和你最近的一个问题记在一起。';
export const remarkTooLong = (limit: number): string => `意见太长了，请控制在 ${limit} 字以内。`;
export const remarkKept = (question: string): string => `谢谢，意见已记下（针对“${question}”的回答）。`;
export const nothingToRemarkOn = (): string => '这里还没有可以评价的回答，请先提一个问题。';
