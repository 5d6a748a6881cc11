/** Stands behind a sign that would begin a link; Telegram looks for none across it, and nobody sees it. */
const JOINER = '\u2060';

/** What turns the direction of writing, or steers whatever shows the text. */
const STEERING = /(?![\n\t\r])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Endings of files that are no domain of the internet (.zip and .md are): a name like page.txt is shown as it is. */
const FILE_ENDING = /^\.(?:csv|docx|gz|html?|jsonl?|pdf|tsv|txt)(?![\p{L}\p{N}_.-])/u;

/**
 * What Telegram makes a link of by itself, in whatever text it is sent: addresses with and without a protocol, mail
 * addresses, @mentions, #hashtags, $CASHTAGS, /commands.
 */
const LINKED =
  /(?<=[\p{L}\p{N}_-])\.(?=[\p{L}\p{N}])|:(?=\/\/)|(?<![\p{L}\p{N}_/<>])[@#$/](?=[\p{L}\p{N}_])|@/gu;
/** A point inside a number makes no link. */
const IN_NUMBER = /^\d\.\d$/;

/** Text of an article or a model as a chat may show it: nothing in it can be tapped, nothing turns the line round. */
export function defuseText(text: string): string {
  return text.replace(STEERING, '\ufffd').replace(LINKED, (sign, at: number, whole: string) => {
    const isPlain = IN_NUMBER.test(whole.slice(at - 1, at + 2)) || FILE_ENDING.test(whole.slice(at, at + 8));
    return isPlain ? sign : sign + JOINER;
  });
}
