import type { Coverage, IssueSummary } from '../ports.js';
import { formatCoverage, formatNewspaper } from './coverage.js';
import { formatDay } from './day.js';

/** What the Telegram bot says: plain text, escaped where it is sent. */

export const COMMAND_DESCRIPTIONS = [
  ['ask', '提问，直接发文字也可以'],
  ['search', '按词查找报道'],
  ['latest', '最近几期的标题'],
  ['issue', '看某一天的报纸，如 /issue 2023-02-10'],
  ['article', '看一篇稿件的全文'],
  ['timeline', '一件事的来龙去脉'],
  ['paper', '只看一种报纸'],
  ['asof', '设定提问日期，“今年”“昨天”从这天算起'],
  ['sources', '档案里有哪些报纸'],
  ['feedback', '对上一个回答提意见'],
  ['reset', '忘掉问过的，从头开始'],
  ['follow', '关注几个词，有新报道就告诉你'],
  ['follows', '正在关注的内容'],
  ['unfollow', '取消一项关注'],
  ['digest', '关注的内容每天只说一次，如 /digest 08:00'],
  ['status', '运行状况'],
  ['start', '我是谁，档案里有什么'],
  ['help', '怎么用'],
] as const;

const EXAMPLES = `比如：
• 阳曲县今年民生实事有哪些
• 昨天市政府开了什么会
• 2023年2月太原的天气怎么样`;

export const welcome = (coverage: Coverage): string =>
  `你好，我是报问：你问，我到报纸里找，每句话都附上出处。

${describeCoverage(coverage)}

直接把问题发给我就行。${EXAMPLES}

发 /help 看更多用法。`;

export const help = (botName: string): string =>
  `把问题直接发给我，我从报纸里找出答案，句后的 [1] 对应下面的出处，点“全文”看整篇稿件。

${EXAMPLES}

接着问也可以：“那2022年呢？”
在群里，请 @${botName} 或回复我的消息再提问。在任何聊天里输入“@${botName} 问题”，可以选一篇报道发出去。

/ask 问题 · 提问
/search 词 · 查找报道
/latest · 最近几期的标题
/issue 2023-02-10 · 看这一天的报纸，也可以写“昨天”
/timeline 词 · 一件事的来龙去脉
/paper 太原日报 · 只看这种报纸；只发 /paper 则恢复为全部
/article 编号 · 看全文
/asof 2023-02-12 · 从这天算“今年”“昨天”；只发 /asof 则恢复为今天
/sources · 档案里有哪些报纸
/feedback 意见 · 对上一个回答提意见
/reset · 忘掉问过的，从头开始
/follow 词 词 · 有新报道就告诉你；/follows 看和取消，/digest 08:00 每天只说一次
/status · 运行状况`;

export const describeCoverage = (coverage: Coverage): string =>
  coverage.articles === 0 ? '档案还是空的，请管理员先把报纸入库。' : formatCoverage(coverage);

export const latestIssues = (issues: readonly IssueSummary[]): string =>
  `最近的几期：\n${issues
    .map(
      ({ newspaper, issueDate, articles }) =>
        `• ${formatNewspaper(newspaper)}${issueDate === null ? '日期不详' : formatDay(issueDate)}，${articles} 篇`,
    )
    .join('\n')}`;

export const askedOnNotice = (day: string): string => `按提问日期 ${formatDay(day)} 理解`;
export const askedOnSet = (day: string): string =>
  `好的，现在起“今年”“昨天”从${formatDay(day)}算起。只发 /asof 恢复为今天。`;
export const askedOnUnset = (today: string): string =>
  `好的，“今年”“昨天”恢复从今天（${formatDay(today)}）算起。`;
export const wrongDay = (text: string): string =>
  `“${text}”不是有效的日期，请写成 2023-02-12 这样，例如 /asof 2023-02-12。`;

export const wholeArticleButton = (numbers: string): string => `全文 ${numbers}`.trim();
export const restOfArticleButton = (): string => '继续看';
const howToFind = (): string => '不知道编号，可以用 /search 或 /issue 找到它，点下面的按钮看全文。';
export const articleNotFound = (articleId: string): string =>
  `档案里没有编号为“${articleId}”的稿件。${howToFind()}`;
export const articleIdMissing = (): string => `请写上稿件编号，例如 /article 1a2b3c。${howToFind()}`;
export const articleIncomplete = (): string => '（报纸版面上这篇稿件不完整）';
export const buttonExpired = (): string => '这个按钮已经失效。';

export const searchWordsMissing = (): string => '请写上要查找的词，例如 /search 阳曲县 民生实事。';
export const nothingFound = (words: string): string => `没有找到与“${words}”有关的报道。`;

export const questionMissing = (): string => '请写上问题，例如：阳曲县今年民生实事有哪些';
export const questionTooLong = (limit: number): string => `问题太长了，请控制在 ${limit} 字以内。`;
export const notUnderstood = (): string => '我只看得懂文字，请把问题打成字发给我。';
export const unknownCommand = (command: string): string => `没有 /${command} 这个命令，发 /help 看用法。`;
export const apology = (): string => '抱歉，出了点问题，这次没能回答。请稍后再问一次。';
export const perhapsLost = (): string => '刚才连接断了一下。如果没有看到回答，请再问一次。';
export const stopping = (): string => '抱歉，我正要重新启动，这个问题没来得及答完，请过一会儿再问一次。';
export const tookTooLong = (): string => '抱歉，这个问题花的时间太长，没能答完。请换个问法或稍后再试。';

export const pairingCode = (code: string): string =>
  `你好！这个机器人只对获准的人开放。请把下面的配对码转告管理员，一小时内有效：

${code}

管理员批准后，就可以直接提问了。`;
export const tooManyPending = (): string => '现在等待批准的人太多，请过一小时再发一条消息。';
export const notAllowed = (userId: number): string =>
  `你好！这个机器人只对获准的人开放。如需使用，请把你的编号 ${userId} 告诉管理员。`;
export const pairInPrivate = (): string => '我只回答获准的人。请先私下给我发一条消息。';
export const anonymousSender = (): string => '我认不出匿名身份，请用自己的身份提问。';
export const youAreApproved = (): string =>
  '管理员已经批准，欢迎使用报问！直接把问题发给我就行，/help 看用法。';

export const onlyForAdmins = (): string => '这个命令只有管理员能用。';
export const codeMissing = (): string => '请写上配对码，例如 /approve ABCD2345。';
export const approved = (name: string, userId: number): string => `已批准 ${name}（编号 ${userId}）使用。`;
export const unknownCode = (): string =>
  '没有这个配对码：可能写错了、已经用过，或者过了一小时。请让对方再发一条消息取新码。';
export const tooManyGuesses = (): string => '错误的配对码太多，请一小时后再试。';

/** For the console and the log. */
export const running = (botName: string): string => `Telegram 机器人 @${botName} 已开始工作`;
export const stopped = (): string => 'Telegram 机器人已停止';
export const anotherPoller = (seconds: number): string =>
  `另一个程序正用同一个令牌接收消息，每 ${seconds} 秒再试一次；请停掉那一个`;
export const pollingAgain = (): string => '又能从 Telegram 接收消息了';
export const unreachable = (): string => '连不上 Telegram 服务器，稍后自动再试';
export const tokenRefused = (): string =>
  'Telegram 不认这个令牌（TELEGRAM_BOT_TOKEN）。请在 @BotFather 那里核对后改正 .env。';
export const requestRefused = (reason: string): string =>
  `Telegram 服务器拒绝了请求（${reason}），请核对 .env 里以 TELEGRAM_ 开头的设置。`;
export const webhookListening = (port: number): string => `在端口 ${port} 上等 Telegram 推送消息`;
export const portNotFree = (port: number): string =>
  `端口 ${port} 用不了，可能被别的程序占着。请改 TELEGRAM_WEBHOOK_PORT 或停掉那个程序。`;
export const commandsNotRegistered = (): string => '没能在 Telegram 登记命令菜单，命令本身不受影响';
export const turnFailed = (): string => '处理一条 Telegram 消息时出错';
export const apologyFailed = (): string => '没能把致歉发出去';
export const approvalNotTold = (): string => '没能通知获准的人，等对方下次发消息时再说';
export const checkName = (): string => 'Telegram';
export const checkOff = (): string => '未设置 TELEGRAM_BOT_TOKEN，机器人不运行';
export const checkOk = (botName: string): string => `令牌有效，机器人是 @${botName}`;
export const checkTokenRefused = (): string => 'Telegram 不认这个令牌';
export const checkUnreachable = (): string => '连不上 Telegram 服务器';
export const mendUnreachable = (): string => '检查网络，或把 TELEGRAM_API_ROOT 设为连得上的地址';
export const mendToken = (): string => '在 @BotFather 那里核对令牌，改正 .env 里的 TELEGRAM_BOT_TOKEN';

export const noToken = () =>
  '没有设置 TELEGRAM_BOT_TOKEN，机器人无法启动。请在 .env 里填上 @BotFather 给的令牌。';
