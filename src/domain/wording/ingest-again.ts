/** Sentences about files that were taken in before, and about watching folders. */
export const doubtfulFolder = (path: string) =>
  `“${path}”不见了，它所在的磁盘也许没有挂载，所以没有清除。确实不要了，请用 remove --file 移除。`;

export const triedAgainLater = (reason: string, seconds: number) => `${reason}（${seconds} 秒后再试）`;

export const watching = (paths: readonly string[]) =>
  `正在看着 ${paths.join('、')}：文件写完就入库，按 Ctrl-C 结束。`;

export const watchEnded = () => '不再看着了。已经入库的稿件都在档案里。';
