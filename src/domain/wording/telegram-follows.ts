/** What the bot says of what chats follow (/follow, /follows, /unfollow, /digest): plain text. */

export const followWordsMissing = (): string =>
  '请写上要关注的词，用空格隔开，例如：/follow 阳曲县 民生。有报道同时提到这些词，入库后我就告诉你。';
export const followWordTooShort = (word: string): string =>
  `“${word}”太短，会有太多不相干的报道。每个词至少两个字，例如：/follow 阳曲县 民生`;
export const followTooLong = (words: number, length: number): string =>
  `最多写 ${words} 个词，每个词不超过 ${length} 个字，词之间用空格隔开。`;
export const followAdded = (words: string, digest: number | null): string =>
  `好的，从现在起，新入库的报道里同时提到${quoteWords(words)}的，我会告诉你。

${describeDigest(digest)}发 /follows 看关注了什么，也可以在那里取消。`;
export const followKnown = (words: string): string => `已经关注了“${words}”。发 /follows 看全部。`;
export const followTooMany = (limit: number): string => `最多关注 ${limit} 组词，请先用 /follows 取消一些。`;
export const onlyForGroupAdmins = (): string => '在群里，只有群管理员能改关注的内容。';

export const noFollows = (): string => '现在没有关注任何内容。例如：/follow 阳曲县 民生';
export const followList = (words: readonly string[], digest: number | null): string =>
  `正在关注：
${words.map((one, index) => `${index + 1}. ${one}`).join('\n')}

${describeDigest(digest)}取消请点下面的按钮，或发 /unfollow 加编号或词。`;
export const unfollowButton = (number: number): string => `取消 ${number}`;
export const unfollowMissing = (): string => '请写上编号或词，例如 /unfollow 1。发 /follows 看编号。';
export const unfollowed = (words: string): string => `好的，不再关注“${words}”。`;
export const notFollowed = (text: string): string => `没有关注“${text}”。发 /follows 看关注了什么。`;
export const followGone = (): string => '这一项已经取消了。';

export const digestSet = (digest: number | null): string => `好的。${describeDigest(digest)}`;
export const wrongDigest = (text: string): string =>
  `没看懂“${text}”。每天一次请写时间，例如 /digest 08:00；有新报道就说请写 /digest 立即。`;
export const howToDigest = (digest: number | null): string =>
  `${describeDigest(digest)}每天一次请写时间，例如 /digest 08:00；有新报道就说请写 /digest 立即。`;

export const newArticles = (words: string, count: number): string => `关注的“${words}”有 ${count} 篇新报道：`;
export const newArticlesOfSeveral = (count: number): string => `关注的内容有 ${count} 篇新报道：`;
export const articlesOfFollow = (words: string, count: number): string => `${words}（${count} 篇）`;
export const moreArticles = (words: string, count: number): string =>
  `还有 ${count} 篇，发 /search ${words} 查找。`;

/** For the log. */
export const followsFailed = (): string => '没能查看新入库的报道，稍后自动再试';
export const followsAgain = (): string => '又能查看新入库的报道了';
export const chatPaused = (): string => '关注的消息发不进一个聊天，等那里再有人发消息时接着发';
export const perhapsNotTold = (): string => '一条关注的消息发到一半连接断了，可能没有送到';
export const toldLater = (): string => '一条关注的消息没有发出去，稍后再发';

function describeDigest(minute: number | null): string {
  if (minute === null) return '现在是一有新报道就说；想每天只说一次，发 /digest 08:00 这样的时间。';
  return `每天 ${formatClock(minute)}（北京时间）说一次；想一有新报道就说，发 /digest 立即。`;
}

function formatClock(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

const quoteWords = (words: string): string =>
  words
    .split(' ')
    .map((word) => `“${word}”`)
    .join('');
