import { InputError } from '../../../src/domain/errors.js';
import * as wording from '../../../src/domain/wording/ingest.js';

/**
 * The bytes of a page → its text. The charset that a page declares is wrong too often to count: a byte order mark
 * decides, else clean UTF-8 is UTF-8 and everything else GB18030.
 * @throws InputError for what is no text.
 */
export function decodeHtml(path: string, bytes: Uint8Array): string {
  const text = decode(markedEncoding(bytes), bytes) ?? decode('utf-8', bytes) ?? decode('gb18030', bytes);
  if (text === null || text.includes('\0')) throw new InputError(wording.notText(path));
  return text;
}

function markedEncoding([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function decode(encoding: string | null, bytes: Uint8Array): string | null {
  if (encoding === null) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
