/** Sentences about the encodings of input files. */
const NAMES: { [encoding: string]: string } = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030（GBK、GB2312）',
  big5: 'Big5',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
};

const nameOf = (encoding: string) => NAMES[encoding] ?? encoding;

export const notText = (path: string) => `“${path}”不是文本文件（含有二进制数据），没有入库。`;

export const notDecodable = (path: string, tried: readonly string[]) =>
  `“${path}”的文字编码认不出来：依次按 ${tried.map(nameOf).join('、')} 解读，都有读不通的地方，没有入库。请用 --encoding 写明编码，或转换成 UTF-8。`;

export const notInGivenEncoding = (path: string, given: string) =>
  `“${path}”按 --encoding 写明的 ${nameOf(given)} 解读，有读不通的地方，没有入库。请去掉这个选项或换一种编码。`;

export const unknownEncoding = (name: string) =>
  `不认识编码“${name}”。--encoding 可以写 utf-8、gb18030、gbk、big5、utf-16le、utf-16be。`;
