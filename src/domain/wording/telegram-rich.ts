/** What stands in and under an answer that Telegram shows with footnotes. */

export const quotesTitle = (): string => '引用的原句';
export const quoted = (n: number, quote: string): string => `[${n}] “${quote}”`;

/** For programs that do not show rich messages, or let nobody copy from them. */
export const plainButton = (): string => '文字版';
export const plainToast = (): string => '好的，以后在这里都用普通文字回答';

export const richKnown = (): string => 'Telegram 服务器支持带脚注的消息，回答改用这种格式。';
export const richRefused = (): string => 'Telegram 服务器不接受带脚注的消息，回答用普通文字，一天后再试。';
