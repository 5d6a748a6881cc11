import { InputError } from '../../src/domain/errors.js';
import * as wording from '../../src/domain/wording/ingest-encoding.js';
import { EncodingDetector } from './encoding/detect-encoding.js';
import { ENCODINGS, type Encoding, findMark } from './encoding/encodings.js';
import { StrictDecoder } from './encoding/strict-decoder.js';

/**
 * All bytes of a file (`path` only names it) → its text, without the mark at its beginning. The encoding is found where
 * none is given.
 * @throws InputError for bytes that are no clean text.
 */
export function decodeBytes(path: string, bytes: Uint8Array, given: Encoding | null): string {
  const detector = new EncodingDetector();
  if (!given) detector.push(bytes);
  const encoding = given ? adaptToMark(given, bytes) : detector.end();
  const decoder = encoding && new StrictDecoder(encoding);
  const text = decoder && [decoder.decode(bytes), decoder.decode()];
  if (!text || text.includes(null)) throw toEncodingError(path, bytes, given);
  return text.join('');
}

/** Decodes pieces of a file's bytes, as decodeBytes decodes all of them; `open` is called twice where none is given. */
export async function* decodePieces(
  path: string,
  open: () => AsyncIterable<Uint8Array>,
  given: Encoding | null,
): AsyncGenerator<string> {
  const encoding = given ?? (await findEncoding(open()));
  let decoder: StrictDecoder | null = null;
  let last: Uint8Array = new Uint8Array();
  for await (const piece of open()) {
    if (!encoding) throw toEncodingError(path, piece, given);
    decoder ??= new StrictDecoder(adaptToMark(encoding, piece));
    last = piece;
    yield decoder.decode(piece) ?? refuse(path, piece, given);
  }
  yield (decoder ? decoder.decode() : '') ?? refuse(path, last, given);
}

async function findEncoding(pieces: AsyncIterable<Uint8Array>): Promise<Encoding | null> {
  const detector = new EncodingDetector();
  for await (const piece of pieces) {
    detector.push(piece);
    if (detector.isSettled) break;
  }
  return detector.end();
}

/** UTF-16 is given without its byte order where the file tells it. */
function adaptToMark(encoding: Encoding, bytes: Uint8Array): Encoding {
  const marked = findMark(bytes);
  return encoding.startsWith('utf-16') && marked?.startsWith('utf-16') ? marked : encoding;
}

function refuse(path: string, bytes: Uint8Array, given: Encoding | null): never {
  throw toEncodingError(path, bytes, given);
}

/** Bytes of value 0 stand in UTF-16 beside ASCII, and else in binary data. */
function toEncodingError(path: string, bytes: Uint8Array, given: Encoding | null): InputError {
  if (given) return new InputError(wording.notInGivenEncoding(path, given));
  return new InputError(bytes.includes(0) ? wording.notText(path) : wording.notDecodable(path, ENCODINGS));
}
