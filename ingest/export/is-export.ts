import { readText } from '../files/open-file.js';

/** How the first line of an export begins; `toExportRecord` writes it. */
const BEGINNING = /^\uFEFF?\s*\{\s*"baowen"\s*:/u;
/** Characters that are enough to tell. */
const ENOUGH = 200;

/** Whether the file is one that `export` wrote, judged by how it begins. One that cannot be read is none. */
export async function isExport(path: string): Promise<boolean> {
  if (!/\.(?:jsonl|ndjson)(?:\.gz)?$/iu.test(path)) return false;
  let text = '';
  try {
    for await (const piece of readText(path)) {
      text += piece;
      if (text.length >= ENOUGH) break;
    }
  } catch {
    return false;
  }
  return BEGINNING.test(text);
}
