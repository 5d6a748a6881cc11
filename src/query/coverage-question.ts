import { findTimes } from '../text/find-times.js';
import { cutNewspaper } from './cut-newspaper.js';

/** What is asked of the archive itself. */
export type CoverageQuestion = {
  asks: 'newspapers' | 'issues' | 'first' | 'last';
  newspaper: string | null;
};

/** Nothing else may stand in the question; what begins alike stands longest first. */
const PLAIN = new RegExp(
  [
    '多少[篇条]?(?:稿件|稿子|文章|报道|新闻)|稿件',
    '请问|我?想知道|告诉我|你们?|您|咱们|这里|这个|目录',
    '档案库?|资料库|数据库|知识库|库|里面|[里中内]|现在|目前|一共|总共|[共都已]|已经',
    '可以|能够?|查[到询看]?|看到?|搜到?|收录|收藏|收[有入]?|保存|存有?|入库|覆盖|包括|包含|涵盖',
    '有没有|有无|没有|[有了过的是在从到至起由]',
    '哪[一几]?[些天日年月期份种家个版]*|什么|啥|多少|几|时候|时间段?|日期|年份|月份|范围|跨度|起止|开始|结束|截止|为止',
    '报纸|报刊|报|期数?|[份种张天日年月家个第次]|版面?',
    '最早|最新|最近|最后|最晚|最老|最旧|最初|第一|首|[一]|吗|呢|啊|呀|么|[？?，,。！!、\\s]',
  ].join('|'),
  'gu',
);
const ASKS = /哪|什么|啥|多少|几|有没有|有无|吗|么|范围|跨度|起止|最早|最新|最近|最后|最晚|第一期|首期/u;
/** The newspapers as such are asked for, not what stands in them. */
const HOLDINGS =
  /报纸|报刊|期|档案|资料库|数据库|收录|入库|日期|(?:多少|几)(?:篇|条)?(?:稿件|稿子|文章|报道|新闻)|[天日]的?报/u;
/** 有没有太原日报, 太原日报收录了吗: beside the newspaper's name. */
const HELD = /^(?:有没有|有无|收录|有).{0,6}$|(?:有|收录了?)(?:没有|吗)/u;
const FIRST = /最早|最老|最旧|最初|第一期|首期/u;
const LAST = /最新|最近|最后|最晚/u;
const OF_NEWSPAPERS =
  /哪[些几]?[种家份个]?的?报|(?:多少|几)[种家份]|从.*到|范围|跨度|起止|稿件|文章|报道|新闻|档案.*(?:什么|哪些)$/u;
const OF_ISSUES = /期|日期|[天日月年]/u;

/** 有哪些日期的报纸, 太原日报有哪几期, 最新一期是哪天 → what is asked of the archive; null for every other question. */
export function parseCoverageQuestion(
  text: string,
  newspapers: readonly string[],
  askedOn: string,
): CoverageQuestion | null {
  const { newspaper, rest } = cutNewspaper(text, newspapers);
  const times = findTimes(rest, askedOn);
  const timeless = times.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), rest);
  if (timeless.replace(PLAIN, '') !== '' || !ASKS.test(timeless)) return null;
  const asksForHeld = newspaper !== null && HELD.test(timeless.replace(/[？?。\s]/gu, ''));
  if (!HOLDINGS.test(timeless) && !asksForHeld) return null;
  if (times.length && /篇|稿件/u.test(timeless)) return null;
  return { asks: findAsked(timeless, newspaper, times.length > 0), newspaper };
}

function findAsked(text: string, newspaper: string | null, hasTime: boolean): CoverageQuestion['asks'] {
  if (FIRST.test(text) !== LAST.test(text)) return FIRST.test(text) ? 'first' : 'last';
  if (hasTime) return 'issues';
  if (OF_NEWSPAPERS.test(text) && !/日期|[几些]期|[哪几][些一几]?[天日]/u.test(text)) return 'newspapers';
  if (/从.*到|[录盖]到|范围|跨度|起止|年份/u.test(text)) return 'newspapers';
  return newspaper !== null || OF_ISSUES.test(text) ? 'issues' : 'newspapers';
}
