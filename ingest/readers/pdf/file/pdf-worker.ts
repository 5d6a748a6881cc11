import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { InputError } from '../../../../src/domain/errors.js';
import { readBytes } from '../../../files/open-file.js';
import { drawPage } from './draw-page.js';
import type { PdfAnswer, PdfFault, PdfRequest } from './pdf-page.js';
import { readPdfPage } from './read-pdf-page.js';

// A thread of its own for one PDF file: whatever the file does to the library, the thread can be ended.

class FileTooLarge extends Error {}

/** Viewers find the header in so many bytes (ISO 32000-1, Annex H.3, note 13); without it there are no objects to look for. */
const HEADER_WITHIN = 1024;

const { path, assets, maxBytes, as } = workerData as PdfRequest;
const answer = (message: PdfAnswer) => parentPort?.postMessage(message);
const opened = open();
opened.then(({ numPages }) => answer({ kind: 'opened', pages: numPages }), tellFault);

parentPort?.on('message', (number: number) => {
  const read = async () => {
    const document = await opened;
    const proxy = await document.getPage(number);
    try {
      if (as === 'image') answer({ kind: 'image', png: await drawPage(document, proxy) });
      else answer({ kind: 'page', page: await readPdfPage(proxy) });
    } finally {
      proxy.cleanup();
    }
  };
  read().catch(tellFault);
});

async function open(): Promise<PDFDocumentProxy> {
  const folder = (name: string) => `${join(assets, name)}/`;
  return getDocument({
    data: await readAll(),
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    isEvalSupported: false,
    useSystemFonts: false,
    // Pictures are not decoded where only the text is read.
    ...(as === 'text' && { maxImageSize: 1 }),
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
}

async function readAll(): Promise<Uint8Array> {
  const bytes = await readBytes(path, maxBytes);
  if (!bytes) throw new FileTooLarge();
  const head = Buffer.from(bytes.subarray(0, HEADER_WITHIN)).toString('latin1');
  if (!head.includes('%PDF-')) throw new Error('no %PDF- in its first 1,024 bytes');
  return bytes;
}

function tellFault(error: unknown): void {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  answer({ kind: 'fault', fault: nameFault(error, name), reason: message });
}

function nameFault(error: unknown, name: string): PdfFault {
  if (error instanceof FileTooLarge) return 'size';
  if (error instanceof InputError) return 'input';
  if (name === 'PasswordException') return 'encrypted';
  return /allocation|array buffer|out of memory/iu.test(String(error)) ? 'memory' : 'damaged';
}
