/** Sentences of the terminal program about how it was called and how it ended. */

const SEE_HELP = '用法见 baowen --help。';
const helpOf = (command: string) => `用法见 baowen ${command} --help。`;

/** Names the nearest name where one is near, all of them otherwise. */
const offer = (nearest: string | null, all: readonly string[]) =>
  nearest === null ? `可用的有：${all.join('、')}` : `最接近的是 ${nearest}`;

export const unknownCommand = (given: string, nearest: string | null, all: readonly string[]) =>
  `没有子命令“${short(given)}”，${offer(nearest, all)}。${SEE_HELP}`;

export const unknownOption = (
  command: string | null,
  given: string,
  nearest: string | null,
  all: readonly string[],
) =>
  command === null
    ? `没有选项 ${short(given)}，${offer(nearest, all)}。${SEE_HELP}`
    : `${command} 没有选项 ${short(given)}，${offer(nearest, all)}。${helpOf(command)}`;

export const missingOptionValue = (option: string) => `选项 ${option} 后面缺少值。`;

export const unwantedOptionValue = (option: string, value: string) =>
  `选项 ${option} 不带值，却写了“${short(value)}”，请去掉。`;

export const emptyOptionValue = (option: string) =>
  `选项 ${option} 的值是空的，请写上内容，或者去掉这个选项。`;

export const wrongDay = (name: string, value: string, nearest: string | null) =>
  nearest === null
    ? `${name} 的值“${short(value)}”不是日期，请写成 YYYY-MM-DD，例如 2023-02-10。`
    : `${name} 的值“${short(value)}”不是有效的日期，最接近的是 ${nearest}。`;

export const rangeBackwards = (from: string, to: string) =>
  `起始日期 ${from} 晚于截止日期 ${to}，这样什么也查不到，请对调或修改。`;

export const wrongLimit = (value: string, nearest: number | null, most: number) =>
  nearest === null
    ? `--limit 的值“${short(value)}”不是整数，请写 1 到 ${most} 之间的整数，例如 10。`
    : `--limit 的值“${short(value)}”不在 1 到 ${most} 的整数之内，最接近的是 ${nearest}。`;

export const missingQuestion = (command: string) =>
  `${command} 缺少${command === 'ask' ? '问题' : '要查的词语'}，请写在后面并加引号，或用 --batch 给出文件。${helpOf(command)}`;

export const questionAndBatch = (command: string) => `${command} 的问题和 --batch 只能用一样，请去掉一样。`;

export const emptyQuestion = () => '问题是空的，请写上要问的内容。';

export const questionTooLong = (length: number, most: number) =>
  `问题有 ${length.toLocaleString('en-US')} 个字，超过了上限 ${most.toLocaleString('en-US')} 个字，请缩短后再问。`;

export const emptyPath = () =>
  `ingest 的路径里有一个是空的，请写上文件或文件夹，或者去掉它。${helpOf('ingest')}`;

export const missingPaths = () => `ingest 缺少路径，请写上要入库的文件或文件夹。${helpOf('ingest')}`;

export const watchAlone = () =>
  `--watch 不能和 --dry-run、--re-embed 一起用，请去掉一样。${helpOf('ingest')}`;

export const missingArticleIds = () => `show 缺少稿件编号，编号可用 baowen list 查到。${helpOf('show')}`;

export const removeWhat = () =>
  `remove 要有一样且只有一样：稿件编号、--file 路径，或者 --newspaper 报名加 --date 日期。${helpOf('remove')}`;

export const unwantedArgument = (command: string, given: string) =>
  `${command} 不要参数，却写了“${short(given)}”，请去掉。${helpOf(command)}`;

export const wrongBotArguments = () =>
  `bot 后面只能是 approve 配对码（例如 baowen bot approve ABCD2345）或 feedback。${helpOf('bot')}`;

/** Why a file cannot be read, by the system's code. */
export const READ_FAILURES: Record<string, string> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是一个文件夹',
  EACCES: '没有读取的权限',
};

export const unreadableBatch = (path: string, { code = '', message }: NodeJS.ErrnoException) =>
  `无法读取 --batch 的文件“${path}”：${READ_FAILURES[code] ?? message}。请检查路径。`;

export const unparsedLine = (reason: string) => `这一行不是有效的 JSON：${reason}`;
export const lineNotObject = () => '这一行应是一个 JSON 对象，形如 {"id":"1","question":"…"}。';
export const wrongId = () => 'id 应是字符串或数字。';
export const wrongText = (key: string) => `${key} 应是字符串。`;
export const wrongHistory = () => 'history 应是字符串的数组。';
export const internalLine = () => '内部错误，这个问题没有得到回答。';
export const failedLine = (line: number, reason: string) => `第 ${line} 行：${reason}`;
export const failedLines = (count: number) => `${count} 行没有得到回答，原因见上。`;

export const articleNotFound = (articleId: string) =>
  `档案里没有编号是“${short(articleId)}”的稿件，编号可用 baowen list 查到。`;

export const nothingToList = () => '没有符合条件的稿件。';
export const emptyArchive = () => '档案里还没有稿件，请先用 baowen ingest 把报纸入库。';

export const outputFailed = (reason: string) => `结果写不出去：${reason}。请检查输出的位置和磁盘空间。`;
export const interrupted = () => '已停止。';
export const internalError = () => '内部错误，这是程序的问题，请把下面的内容告诉维护者：';

/** Long arguments are cut: the sentence around them should still be seen. */
function short(text: string): string {
  const characters = [...text];
  return characters.length <= 60 ? text : `${characters.slice(0, 60).join('')}…`;
}

export const askedOnReplaced = (reason: string, used: string) => `${reason}这一问按 ${used} 提出作答。`;
