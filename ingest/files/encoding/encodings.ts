/** What files of Chinese text are written in, the likeliest first; names as TextDecoder knows them. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;

/** A name that TextDecoder knows: one of ENCODINGS, or another one that a person gave. */
export type Encoding = string;

/** The mark at the beginning of a file that names its encoding. */
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** The encoding that a file's first bytes name; null where they name none. */
export const findMark = (bytes: Uint8Array): Encoding | null =>
  MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0] ?? null;

/** gbk and gb2312 are parts of gb18030, and files that are said to be in one of them often hold more. */
const WIDER: { [name: string]: Encoding } = { gbk: 'gb18030' };
/** Names that people use and TextDecoder does not know. */
const OTHER_NAMES: { [name: string]: Encoding } = {
  cp936: 'gbk',
  ms936: 'gbk',
  cp950: 'big5',
  utf16: 'utf-16',
  ansi: 'gbk',
};

/** The encoding that a person means: gbk, GB2312, utf8, UTF-16…; null where there is none of this name. */
export function parseEncoding(name: string): Encoding | null {
  const plain = name.trim().toLowerCase();
  try {
    const { encoding } = new TextDecoder(OTHER_NAMES[plain] ?? plain, { fatal: true });
    return WIDER[encoding] ?? encoding;
  } catch {
    return null;
  }
}
