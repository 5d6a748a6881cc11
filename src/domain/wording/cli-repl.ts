import type { Citation } from '../answer.js';
import type { Coverage } from '../ports.js';
import { emptyArchive } from './cli.js';
import { formatCoverage } from './coverage.js';
import { formatDay } from './day.js';
import { formatSourceLine } from './source-line.js';

export const PROMPT = '问> ';

export const help = () =>
  [
    '直接输入问题就能提问，也可以接着上一个问题追问。',
    '  /sources        上一个回答的出处和引文',
    '  /open N         第 N 个出处的全文',
    '  /search 词语    列出原文片段，/open N 看第 N 段所在的全文',
    '  /asof 日期      换一个提问的日子，例如 /asof 2023-02-12；只写 /asof 回到原来的',
    '  /status         档案里有什么',
    '  /help           这份说明',
    '  /quit           退出（Ctrl-D 也可以；Ctrl-C 停止正在找的问题）',
  ].join('\n');

export function formatBanner(coverage: Coverage): string {
  return ['报问：输入问题，回车；/help 看说明，/quit 退出。', describeCoverage(coverage)].join('\n');
}

/** What the archive holds, and what of it cannot be found by vectors. */
export function describeCoverage(coverage: Coverage): string {
  const { articles, chunks, vectors } = coverage;
  if (articles === 0) return emptyArchive();
  const missing = vectors >= chunks ? [] : [`${chunks} 个片段里 ${vectors} 个有向量。`];
  return [formatCoverage(coverage), ...missing].join('\n');
}

/** Where each line that is read is answered without a prompt, the question stands above its answer. */
export const formatEcho = (question: string) => `问：${question}`;

export const waiting = () => '正在查找……';
export const stopped = () => '已停止这个问题。';
export const onceMore = () => '再按一次 Ctrl-C 退出，或接着提问。';

export const unknownCommand = (given: string, nearest: string | null) =>
  nearest === null
    ? `没有命令 ${given}，输入 /help 看说明。`
    : `没有命令 ${given}，最接近的是 ${nearest}，输入 /help 看说明。`;

export const noSources = () => '还没有可看的出处，请先提问。';
export const formatSource = (citation: Citation) =>
  `[${citation.n}] ${formatSourceLine(citation)}\n    “${citation.quote.replace(/\s*\n\s*/g, ' ')}”`;

export const openWhat = (most: number) =>
  most === 0
    ? '还没有可以打开的稿件，请先提问或 /search。'
    : `请写 /open 加 1 到 ${most} 之间的数，例如 /open 1。`;
export const articleGone = () => '这篇稿件已经不在档案里了。';
export const searchWhat = () => '请在 /search 后面写上要查的词语。';
export const askedOnSet = (day: string) => `从现在起按 ${formatDay(day)} 提问。`;
export const askedOnUnset = (day: string) => `回到按 ${formatDay(day)} 提问。`;
