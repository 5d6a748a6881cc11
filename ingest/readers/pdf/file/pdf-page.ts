/** A run of text as the file places it. All lengths are points; y grows downwards from the top of the page. */
export type PdfItem = {
  text: string;
  /** Left end and baseline; of vertical writing the middle of its column and its upper end. */
  x: number;
  y: number;
  /** Along the writing. */
  length: number;
  size: number;
  font: string;
  bold: boolean;
  vertical: boolean;
};

/** A box in which nothing is wider or higher than the page. */
export type Box = { x0: number; x1: number; y0: number; y1: number };

/** One page of a PDF file; `number` counts from 1, `rules` are the thin lines that are drawn on it. */
export type PdfPage = { number: number; width: number; height: number; items: PdfItem[]; rules: Box[] };

/** Why a file, or a page of it, cannot be read; `input` comes with a sentence for a person. */
export type PdfFault = 'encrypted' | 'damaged' | 'memory' | 'time' | 'size' | 'input';

/**
 * What the reading thread is started with: `assets` is the folder of pdfjs-dist. It is asked for pages by their
 * numbers and gives their text, or their pictures for the recognition of characters.
 */
export type PdfRequest = { path: string; assets: string; maxBytes: number; as: 'text' | 'image' };

/** What it answers: first how many pages there are, then each page that it is asked for. */
export type PdfAnswer =
  | { kind: 'opened'; pages: number }
  | { kind: 'page'; page: PdfPage }
  | { kind: 'image'; png: Uint8Array }
  | { kind: 'fault'; fault: PdfFault; reason: string };
