import { InputError } from '../../../src/domain/errors.js';
import * as wording from '../../../src/domain/wording/ingest-packed.js';
import { cleanBody } from '../clean-body.js';
import { type DocxFile, withDocx } from './open-docx.js';
import type { Paragraph } from './paragraph.js';

/** What mammoth hands to `transformDocument`, as far as it is used here. */
type Node = {
  type: string;
  value?: string;
  children?: Node[];
  styleName?: string | null;
  alignment?: string | null;
  isBold?: boolean;
  fontSize?: number | null;
  noteType?: string;
  noteId?: string;
  body?: Node[];
};
type Notes = { resolve(reference: Node): Node | null };
type Root = Node & { notes: Notes };

type Mammoth = {
  convertToHtml(
    input: { file: DocxFile },
    options: { transformDocument: (root: Root) => Root },
  ): Promise<unknown>;
};

const HEADING = /^(?:heading|标题)\s*([1-9])$/iu;
const TITLE = /^(?:title|标题)$/iu;

/** @throws InputError for what is no .docx, holds nothing or too much. */
export async function readParagraphs(path: string): Promise<Paragraph[]> {
  const root = await withDocx(path, (file) => parse(file)).catch((error: unknown) => {
    if (error instanceof InputError) throw error;
    throw new InputError(wording.notDocx(path), { cause: error });
  });
  const found: Paragraph[] = [];
  const collect = (node: Node) => {
    if (node.type === 'paragraph') found.push(...readParagraph(node, root.notes));
    else if (node.type === 'tableRow' && isOneLine(node)) found.push(...readRow(node, root.notes));
    else for (const child of node.children ?? []) collect(child);
  };
  collect(root);
  return found;
}

async function parse(file: DocxFile): Promise<Root> {
  // Loaded late: few runs meet a document. Its types do not know that it takes an opened file.
  const mammoth = (await import('mammoth')).default as unknown as Mammoth;
  let found: Root | null = null;
  const transformDocument = (root: Root) => {
    found = root;
    return { ...root, children: [] };
  };
  await mammoth.convertToHtml({ file }, { transformDocument });
  if (!found) throw new Error('no document');
  return found;
}

/** Tables of figures, that is; where a cell holds several paragraphs the table only lays out the page. */
const isOneLine = ({ children = [] }: Node): boolean =>
  children.every((cell) => (cell.children ?? []).filter((child) => textOf(child)).length <= 1);

function readRow(row: Node, notes: Notes): Paragraph[] {
  const text = (row.children ?? []).map(textOf).filter(Boolean).join(' ');
  const form = { level: null, size: null, isBold: false, isCentred: false };
  return text ? [{ text, ...form, notes: readNotes(row, notes) }] : [];
}

/** What soft line breaks part is a paragraph each, as text from the web has them; a heading stays whole. */
function readParagraph(node: Node, notes: Notes): Paragraph[] {
  const style = node.styleName ?? '';
  const level = TITLE.test(style) ? 0 : Number(HEADING.exec(style)?.[1] ?? Number.NaN);
  const isHeading = !Number.isNaN(level);
  const text = cleanBody(rawText(node));
  if (!text) return [];
  const runs = listRuns(node).filter((run) => textOf(run));
  const sizes = runs.map(({ fontSize }) => fontSize ?? null);
  const known = sizes.flatMap((size) => size ?? []);
  const form = {
    level: isHeading ? level : null,
    size: known.length === sizes.length && known.length ? Math.min(...known) : null,
    isBold: runs.length > 0 && runs.every(({ isBold }) => isBold),
    isCentred: node.alignment === 'center',
  };
  const texts = isHeading ? [text.replaceAll('\n', ' ')] : text.split('\n');
  const own = readNotes(node, notes);
  return texts.map((one, index) => ({ text: one, ...form, notes: index === texts.length - 1 ? own : [] }));
}

const readNotes = (node: Node, notes: Notes): string[] =>
  listReferences(node)
    .map((reference) => (notes.resolve(reference)?.body ?? []).map(textOf).filter(Boolean).join(' '))
    .filter(Boolean);

const textOf = (node: Node): string => cleanBody(rawText(node)).replaceAll('\n', ' ');

function rawText({ type, value, children = [] }: Node): string {
  if (type === 'text') return value ?? '';
  if (type === 'tab') return ' ';
  if (type === 'break') return '\n';
  const text = children.map(rawText).join('');
  return type === 'paragraph' ? `${text}\n` : text;
}

const listRuns = (node: Node): Node[] =>
  (node.children ?? []).flatMap((child) => (child.type === 'run' ? [child] : listRuns(child)));

const listReferences = (node: Node): Node[] =>
  (node.children ?? []).flatMap((child) =>
    child.type === 'noteReference' ? [child] : listReferences(child),
  );
