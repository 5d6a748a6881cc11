/** What the Telegram bot says of its own running: to people, then to the log and the health path. */

export const perhapsAnswered = (): string => '刚才程序中断了一下。如果没有看到回答，请再问一次。';
export const wasAway = (): string => '抱歉，我停了一段时间，之前的消息没能及时回答。如果还需要，请再问一次。';
export const givenUp = (): string => '抱歉，这个问题试了几次都没能答完，请换个问法再问。';
export const answerOthersFirst = (): string => '请等我答完前面的问题。这一条没有排上，请稍后再问。';
export const hourlyLimit = (limit: number, minutes: number): string =>
  `每人每小时最多问 ${limit} 次，请过 ${minutes} 分钟再问。`;

export const leftByEarlierRun = (updates: number): string =>
  `上次中断时有 ${updates} 条消息没有处理完，现在先处理它们`;
export const anotherProcess = (): string =>
  '另一个程序正用同一个数据文件夹运行这个机器人，等它结束后再开始工作；请停掉那一个';
export const updatesNotKept = (): string =>
  '收到的消息没能写进数据文件夹（磁盘可能已满），仍照常回答；此时若中断，可能漏答或重答';
export const tooManySends = (): string => '等着发出的消息太多，这一条没有发';
