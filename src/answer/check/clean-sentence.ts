const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
/** Marks of citations that the model made up itself: [1], 【2】, （资料3）, 根据资料1，. */
const OWN_MARKS =
  /\s*(?:\[\d{1,3}\]|【\d{1,3}】|[（([【]\s*(?:资料|来源|引用)\s*\d{1,3}(?:[、,，]\s*\d{1,3})*\s*[）)\]】])/gu;
const OWN_SOURCE = /^(?:根据|据)?资料\s*\d{1,3}(?:显示|介绍|提到|称)?[，,：:]\s*/u;
/** What a channel could turn into a link, a mention or mark-up. */
const ACTIVE =
  /[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b[a-z0-9-]+\.(?:com|cn|net|org|io|me|info|top|xyz|gov|edu|app|dev|ru|tv|cc|co)\b|@\w|<\/?[a-z!]|\]\(|(?:^|\s)#\p{L}|(?:^|\s)\/[a-z]|\*\*|`|&#?\w+;/iu;

/** A model's sentence without invisible characters, line breaks and marks of its own. */
export function cleanSentence(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(OWN_MARKS, '')
    .replace(OWN_SOURCE, '')
    .trim();
}

/** Whether a sentence holds what a channel could make active (an address, a mention, mark-up) and its quotes do not. */
export function addsActive(sentence: string, quoted: string): boolean {
  return ACTIVE.test(sentence.replace(/[\x21-\x7e]+/gu, (run) => (quoted.includes(run) ? ' ' : run)));
}
