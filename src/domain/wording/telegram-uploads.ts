import type { IssueSummary } from '../ports.js';
import { formatNewspaper } from './coverage.js';
import { formatDay } from './day.js';

/** What the Telegram bot says to its admins of files that they send: plain text, escaped where it is sent. */

export const howToIngest = (endings: readonly string[]): string =>
  `把要入库的文件直接发给我就行：${endings.join('、')}，都可以压成 .gz，最大 20 MB。整期、整月的打成一个 .zip。
报名、日期、版次从文件名里看（太原日报_2023-02-10_04版.txt）；文件名里没有的，写在文件的说明里：/ingest 太原日报 2023-02-10 4版。
发错了用 /undo 撤回。`;
export const cannotRead = (name: string, endings: readonly string[]): string => {
  const ending = /\.[^.]+$/.exec(name)?.[0];
  if (ending !== undefined && endings.includes(ending.toLowerCase()))
    return `“${name}”只说明别的文件（标题或版面目录），自身没有稿件。请和它们一起打成 .zip 发来。`;
  return `现在还读不了${ending === undefined ? '没有扩展名的' : ` ${ending} `}文件，“${name}”没有入库。能入库的是 ${endings.join('、')}，都可以压成 .gz。`;
};
export const fileTooLarge = (): string =>
  '文件超过 20 MB，Telegram 不让机器人下载。请拆小、压缩成 .zip，或在服务器上用 baowen ingest 入库。';
export const tooManyWaiting = (): string => '排队等入库的文件太多了，请等前面的入完再发。';
export const captionNotUnderstood = (caption: string): string =>
  `没有看懂“${caption}”，文件没有入库。说明里请写报名、日期、版次，例如 /ingest 太原日报 2023-02-10 4版。`;

export const waiting = (name: string): string => `“${name}”在排队，前面的入完就轮到它。`;
export const downloading = (name: string): string => `正在下载“${name}”…`;
export const downloadFailed = (): string => '没能从 Telegram 下载这个文件，请再发一次。';
export const progress = (name: string, stage: string): string => `正在把“${name}”入库…\n${stage}`;
export const done = (name: string): string => `“${name}”已入库。`;
export const failed = (name: string): string => `“${name}”没有入库。`;
export const notTakenIn = (name: string, reason: string): string => `“${name}”没有入库完：${reason}`;
export const archiveBusy = (name: string): string =>
  `另一个程序正在写档案，“${name}”没有入库。请等它结束后再发一次。`;
export const stoppedBefore = (name: string): string =>
  `我正要重新启动，“${name}”没来得及入库，请过一会儿再发一次。`;
export const unfinished = (name: string): string =>
  `我意外停过一次，“${name}”没有入库完，也许只入了一部分。请再发一次，或用 /undo 撤回。`;

export const reportOf = (name: string): string => `“${name}”`;
export const moreReasons = (count: number): string => `……还有 ${count} 处。`;
type FoundIssue = IssueSummary & { isInferred: boolean };
export const issuesFound = (issues: readonly FoundIssue[], count: number): string => {
  const lines = issues.map(({ newspaper, issueDate, isInferred, articles }) => {
    const day = issueDate === null ? '日期不详' : `${formatDay(issueDate)}${isInferred ? '（推定）' : ''}`;
    return `• ${formatNewspaper(newspaper)}${day}，${articles} 篇`;
  });
  return [`找到 ${count} 期：`, ...lines, ...(count > issues.length ? ['• ……'] : [])].join('\n');
};
export const howToDate = (): string =>
  '日期不详的，可以 /undo 撤回，再带上说明发一次，例如 /ingest 太原日报 2023-02-10 4版。';

export const nothingToUndo = (): string => '没有可以撤回的入库：只能撤回你自己发来的文件。';
export const confirmUndo = (name: string, day: string, articles: number): string =>
  `要撤回${formatDay(day)}入库的“${name}”吗？这个文件有 ${articles} 篇稿件，会从档案里移除；别的文件里也有的稿件留下。`;
export const undoButton = (): string => '撤回';
export const undone = (name: string, removed: number): string =>
  `已撤回“${name}”，移除 ${removed} 篇稿件，文件也已删除。撤错了就把它再发一次。`;
export const undoneBefore = (): string => '这次入库已经撤回过了。';
export const busyForUndo = (): string => '另一个程序正在写档案，没有撤回。请等它结束后再试一次。';

export const reloaded = (): string => '已重新读取档案。';
export const processEnded = (): string => '入库的进程意外结束。已经入库的稿件保留，请再试一次。';
