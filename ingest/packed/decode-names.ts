import { type Entry, getFileNameLowLevel } from 'yauzl';

const UTF8_FLAG = 0x800;
/** Info-ZIP's field for a name in Unicode. */
const UNICODE_PATH = 0x7075;

/**
 * The names of a .zip's entries. Where a name does not say its encoding, it is UTF-8 if that of all such names is (as
 * macOS and Linux pack), else GBK (as Windows packs in China): single names of two characters can be both.
 */
export function decodeNames(entries: readonly Entry[]): string[] {
  const unmarked = entries.filter((entry) => !isMarked(entry)).map(({ fileNameRaw }) => fileNameRaw);
  const decoder = new TextDecoder(unmarked.every(isUtf8) ? 'utf-8' : 'gb18030');
  return entries.map((entry) => {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    if (isMarked(entry)) return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
    // The second byte of a GBK character may be a backslash: decoded first.
    return decoder.decode(fileNameRaw).replaceAll('\\', '/');
  });
}

const isMarked = ({ generalPurposeBitFlag, extraFields }: Entry): boolean =>
  (generalPurposeBitFlag & UTF8_FLAG) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
