import { READ_FAILURES } from './cli.js';

/** Sentences of the subcommand `eval`, and the words of its table. */

export const ingestingSampleToScore = () => '没有指定数据文件夹，先把自带的样例入库到临时文件夹，再评分。';

export const nothingToScore = (dataDir: string) =>
  `档案“${dataDir}”里还没有稿件，无从评分。请先用 baowen ingest 入库，或用 --data 指定数据文件夹。`;

export const unreadableQuestions = (path: string, { code = '', message }: NodeJS.ErrnoException) =>
  `无法读取问题文件“${path}”：${READ_FAILURES[code] ?? message}。请检查路径。`;

export const emptyQuestionPath = () => '问题文件的路径里有一个是空的，请写上文件，或者去掉它。';

export const wrongShare = (given: string) =>
  `--min-right 的值“${given}”不是 0 到 1 之间的数，请写成 0.85 这样。`;

export const noQuestions = (name: string) => `问题文件“${name}”里没有问题，请检查内容。`;

/** What is wrong in a question file, and where. */
export const wrongFile = (name: string, place: string | null, reason: string) =>
  `问题文件“${name}”${place ?? ''}：${reason}请改好后再评。`;

export const lineOfFile = (line: number) => `第 ${line} 行`;
export const entryOfArray = (index: number) => `第 ${index} 个问题`;
export const notJson = (reason: string, line: number | null) =>
  `${line === null ? '' : `第 ${line} 行起`}不是有效的 JSON（${reason}）。`;
export const entryNotObject = () => '应是一个 JSON 对象，形如 {"id":"1","kind":"number","question":"…"}。';
export const wrongId = () => 'id 应是字符串或数字。';
export const missingField = (field: string) => `缺少 ${field}。`;
export const wrongField = (field: string) => `${field} 应是不空的字符串。`;
export const wrongDay = (field: string, given: string) =>
  `${field} 的值“${given}”不是日期，应写成 YYYY-MM-DD。`;
export const wrongTexts = (field: string) => `${field} 应是数组，每一项是不空的字符串。`;
export const wrongGroups = () => 'must 应是数组的数组，每组至少一种说法，例如 [["8个","八个"],["阳曲县"]]。';
export const nothingToJudgeBy = () =>
  'must、cite 和 gold 都没有，无从判断回答对不对（应当拒答的问题，kind 写 none）。';

/** 问题 12/106 */
export const formatQuestions = (done: number, total: number) => `问题 ${done}/${total}`;

export const missingGold = (count: number) =>
  `有 ${count} 个问题应当找到的稿件不在档案里，检索按没有找到计。`;

export const tooFewRight = (right: string, least: number) => `答对的比例是 ${right}，低于要求的 ${least}。`;

/** The table's headings, by the figures below them. */
export const figureNames = {
  questions: '问题',
  hit1: '首位命中',
  recall5: '召回@5',
  mrr10: 'MRR@10',
  right: '答对',
  refused: '拒答',
  citedSentences: '有出处',
  exactQuotes: '引文一致',
  medianChars: '字数中位',
  medianMs: '毫秒中位',
} as const;

export const kindName = '类别';
export const allKinds = '全部';
export const failedHeading = (count: number) => `没有答对的 ${count} 个问题：`;

const SHOWN_OF_ANSWER = 100;

/** b012  number  问题 → 回答… on one line. */
export function formatFailed(failed: { id: string; kind: string; question: string; answer: string }): string {
  const answer = [...failed.answer.replace(/\s+/g, ' ')];
  const shown = answer.slice(0, SHOWN_OF_ANSWER).join('');
  const more = answer.length > SHOWN_OF_ANSWER ? '…' : '';
  return `${failed.id}  ${failed.kind}  ${failed.question.replace(/\s+/g, ' ')} → ${shown}${more}`;
}
