import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { afterEach, describe, expect, it } from 'vitest';
import { PDF_BOUNDS } from '../ingest/readers/pdf/file/open-pdf.js';
import { readPages } from '../ingest/readers/pdf/read-pages.js';
import { collectBytes } from './helpers/print-pdf.js';
import { readPdf } from './helpers/read-pdf.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const { PATH } = process.env;
afterEach(() => {
  process.env.PATH = PATH;
});

/** Numbered objects → a PDF file; the library builds the missing table of their places by itself. */
const toPdf = (objects: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.flatMap((object, index) => [
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]),
    Buffer.from('trailer << /Root 1 0 R >>\n%%EOF'),
  ]);

const withPages = (pages: string, ...more: (string | Buffer)[]): Buffer =>
  toPdf(['<< /Type /Catalog /Pages 2 0 R >>', pages, ...more]);

const withContents = (dictionary: string, contents: Buffer): Buffer =>
  withPages(
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << >> >>',
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${contents.length} >>\nstream\n`),
      contents,
      Buffer.from('\nendstream'),
    ]),
  );

const encrypted = (): Promise<Buffer> => {
  const document = new PDFDocument({ userPassword: 'secret' });
  const bytes = collectBytes(document);
  document.text('closed').end();
  return bytes;
};

describe('pdfReader, of files that it cannot take in', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, RegExp]>([
    ['nothing', () => Buffer.alloc(0), /是空文件/],
    ['no PDF', () => Buffer.from('今天天气很好。'.repeat(40)), /不是有效的 PDF，或已损坏/],
    ['a password', encrypted, /设有打开密码/],
    ['pages in a ring', () => withPages('<< /Type /Pages /Kids [2 0 R] /Count 1 >>'), /已损坏/],
  ])('says so in a sentence: %s', async (_, make, sentence) => {
    await expect(readPdf(await make())).rejects.toThrow(sentence);
  });

  it('survives a page that unpacks to far more than it may', async () => {
    const path = join(makeTemporaryFolder(), 'bomb.pdf');
    const spaces = deflateSync(Buffer.alloc(200e6, 0x20), { level: 1 });
    writeFileSync(path, withContents('/Filter /FlateDecode', spaces));
    const reading = readPages(path, { onProblem: () => {} }, { ...PDF_BOUNDS, memoryBytes: 60e6 });
    await expect(reading).rejects.toThrow('第 1 页解开后大得异常');
  });
});

describe('pdfReader, of pages without text', () => {
  const blank = () => withContents('', Buffer.from('q Q'));

  it('names the pages and what to install', async () => {
    process.env.PATH = makeTemporaryFolder();
    await expect(readPdf(blank())).rejects.toThrow(/第 1 页没有文字.*tesseract.*chi_sim/);
  });

  it('has them read by tesseract, and says so', async () => {
    const folder = makeTemporaryFolder();
    const row = (level: number, line: number, height: number, words: string) =>
      [level, 1, 1, 1, line, 1, 100, line * 60, 400, height, 90, words].join('\\t');
    const table = [
      row(1, 0, 900, ''),
      row(5, 1, 48, '渡口的灯'),
      row(5, 2, 24, '渡口的灯亮了一夜，'),
      row(5, 3, 24, '船到天明才靠岸。'),
    ];
    const program = `#!/bin/sh
if [ "$1" = --list-langs ]; then echo chi_sim; else cat > /dev/null; printf '${table.join('\\n')}\\n'; fi
`;
    writeFileSync(join(folder, 'tesseract'), program);
    chmodSync(join(folder, 'tesseract'), 0o755);
    process.env.PATH = `${folder}${delimiter}${PATH}`;
    const { articles, problems } = await readPdf(blank(), '2023-02-10_第3版.pdf');
    expect(articles).toMatchObject([
      {
        headline: '渡口的灯',
        body: '渡口的灯亮了一夜，船到天明才靠岸。',
        issueDate: '2023-02-10',
        page: '3',
      },
    ]);
    expect(problems).toEqual([expect.stringContaining('第 1 页是图片，文字由 tesseract 识别')]);
  });
});
