import { makeZip, type ZipMember } from './make-zip.js';

/** A paragraph of a made document: its text, or its text with its form; `xml` stands for what a run holds. */
export type DocxParagraph =
  | string
  | { text?: string; xml?: string; style?: string; size?: number; bold?: boolean; centred?: boolean };

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Ids as WPS gives them: the names alone tell. */
const STYLES = [
  ['a3', 'Title'],
  ['1', 'heading 1'],
  ['2', 'heading 2'],
];

/** A row of a table. */
export const tableOf = (...rows: string[][]): string =>
  `<w:tbl>${rows
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

/** A .docx as Word writes it, without what nobody reads; strings that begin with < stand as they are. */
export function makeDocx(
  paragraphs: readonly DocxParagraph[],
  { notes = [], more = [] }: { notes?: readonly string[]; more?: readonly ZipMember[] } = {},
): Buffer {
  const styles = STYLES.map(
    ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  );
  const footnotes = notes.map((note, id) => `<w:footnote w:id="${id}">${paragraph(note)}</w:footnote>`);
  const relations = ['styles', 'footnotes'].map(
    (name) => `<Relationship Id="${name}" Type="${TYPE}/${name}" Target="${name}.xml"/>`,
  );
  const main = `<Relationship Id="a" Type="${TYPE}/officeDocument" Target="word/document.xml"/>`;
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships ${RELATIONSHIPS}>${main}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships ${RELATIONSHIPS}>${relations.join('')}</Relationships>`,
    'word/styles.xml': `<w:styles ${WORD}>${styles.join('')}</w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${WORD}>${footnotes.join('')}</w:footnotes>`,
    'word/document.xml': `<w:document ${WORD}><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`,
  };
  return makeZip([...Object.entries(parts).map(([name, content]) => ({ name, content })), ...more]);
}

function paragraph(given: DocxParagraph): string {
  if (typeof given === 'string' && given.startsWith('<')) return given;
  const { text = '', xml, style, size, bold, centred } = typeof given === 'string' ? { text: given } : given;
  const ofParagraph = `${style ? `<w:pStyle w:val="${style}"/>` : ''}${centred ? '<w:jc w:val="center"/>' : ''}`;
  const ofRun = `${bold ? '<w:b/>' : ''}${size ? `<w:sz w:val="${size * 2}"/>` : ''}`;
  const run = `<w:r><w:rPr>${ofRun}</w:rPr>${xml ?? `<w:t>${text}</w:t>`}</w:r>`;
  return `<w:p><w:pPr>${ofParagraph}</w:pPr>${run}</w:p>`;
}
