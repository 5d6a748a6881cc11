import type { Document } from 'grammy/types';

/** For a file that is sent without a name. */
const ENDINGS: Readonly<Record<string, string>> = {
  'application/json': '.json',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/zip': '.zip',
  'text/csv': '.csv',
  'text/html': '.html',
  'text/plain': '.txt',
};

/** Of the 255 bytes that file systems take. */
const LONGEST = 200;
const LONGEST_ENDING = 20;
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu;

/**
 * A name as its sender typed it → a name of one file in one folder, kept as far as it can be: newspaper, date and page
 * are read from it. Folders before it go.
 */
export function toSafeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(UNSAFE, '').replace(/^[.\s]+|[.\s]+$/g, '');
  const ending = /(?:\.[A-Za-z0-9]+){0,2}$/.exec(clean)?.[0].slice(-LONGEST_ENDING) ?? '';
  const stem = clean.slice(0, clean.length - ending.length);
  return `${cutToBytes(stem, LONGEST - ending.length)}${ending}` || 'file';
}

/** The name that the file has here; where its sender's program gave it none, its kind tells the ending. */
export function nameDocument({ file_name, mime_type = '' }: Document): string {
  return toSafeFileName(file_name ?? `file${ENDINGS[mime_type] ?? ''}`);
}

function cutToBytes(text: string, limit: number): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > limit) break;
    kept += character;
  }
  return kept;
}
