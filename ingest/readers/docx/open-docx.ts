import { InputError } from '../../../src/domain/errors.js';
import * as wording from '../../../src/domain/wording/ingest-packed.js';
import { openZip } from '../../packed/open-zip.js';

/** Megabytes of all parts with text. A year of a weekly's manuscripts, without their pictures, has some five. */
const MAX_MEGABYTES = 16;
/** Elements and attributes: each takes a hundred times its own bytes of memory. */
const MAX_MARKS = 1_000_000;

/** A .docx as mammoth asks for its parts. */
export type DocxFile = {
  exists(name: string): boolean;
  read(name: string, encoding?: string): Promise<string>;
};

/**
 * Does a work with the parts of a .docx that hold text, unpacked no further than it asks for and within bounds; pictures
 * are as if they were not there.
 * @throws InputError for what is no .docx or holds too much.
 */
export async function withDocx<Value>(
  path: string,
  work: (file: DocxFile) => Promise<Value>,
): Promise<Value> {
  const zip = await openZip(path).catch((error: unknown) => {
    throw new InputError(wording.notDocx(path), { cause: error });
  });
  const parts = new Map(zip.members.map((member) => [member.name, member]));
  let bytes = 0;
  const read = async (name: string) => {
    const member = parts.get(name);
    if (!member) throw new Error(`no part ${name}`);
    bytes += member.entry.uncompressedSize;
    if (bytes > MAX_MEGABYTES * 1e6) throw new InputError(wording.docxTooLarge(path, MAX_MEGABYTES));
    const pieces: Buffer[] = [];
    for await (const piece of zip.read(member)) pieces.push(piece);
    const xml = Buffer.concat(pieces).toString('utf8');
    if (countMarks(xml) > MAX_MARKS) throw new InputError(wording.docxTooLarge(path, MAX_MEGABYTES));
    return openRuby(xml);
  };
  try {
    return await work({ exists: (name) => /\.(?:xml|rels)$/u.test(name) && parts.has(name), read });
  } finally {
    zip.close();
  }
}

function countMarks(xml: string): number {
  let marks = 0;
  for (let at = 0; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === 0x3c || code === 0x3d) marks++;
  }
  return marks;
}

/** mammoth passes over characters with their pronunciation beside them: the pronunciation goes, the characters stay. */
const openRuby = (xml: string): string =>
  xml.includes('<w:ruby>')
    ? xml.replace(/<w:rubyPr>.*?<\/w:rubyPr>|<w:rt>.*?<\/w:rt>|<\/?w:ruby(?:Base)?>/gsu, '')
    : xml;
