import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { findWorkerFile } from '../../../../src/system/worker-file.js';
import type { PdfAnswer, PdfFault, PdfPage, PdfRequest } from './pdf-page.js';

/** A PDF file that is being read. Calls follow each other. */
export type OpenedPdf = {
  pages: number;
  /** @throws PdfError */
  readPage(number: number): Promise<PdfPage>;
  /** The page as a PNG picture. @throws PdfError, also where no canvas is installed */
  drawPage(number: number): Promise<Uint8Array>;
  close(): Promise<void>;
};

/** A file, or a page of it, cannot be read. */
export class PdfError extends Error {
  constructor(
    readonly fault: PdfFault,
    reason: string,
  ) {
    super(reason);
    this.name = 'PdfError';
  }
}

/** How much a file may take: bytes of the file, bytes of memory while it is read, milliseconds a step. */
export type PdfBounds = { fileBytes: number; memoryBytes: number; stepMs: number };

/** A whole issue in print quality has up to 300 MB; its densest page is read in a few seconds. */
export const PDF_BOUNDS: PdfBounds = { fileBytes: 400e6, memoryBytes: 1e9, stepMs: 60_000 };

/** How often the memory is looked at: a stream inflates by some hundred megabytes a second. */
const WATCH_MS = 50;

/**
 * Opens a PDF file in a thread of its own, which is ended where the file takes more time or memory than it may.
 * @throws PdfError for what is no readable PDF file
 */
export async function openPdf(path: string, bounds: PdfBounds = PDF_BOUNDS): Promise<OpenedPdf> {
  const text = new ReadingThread(path, 'text', bounds);
  let image: ReadingThread | null = null;
  const close = async () => {
    await text.end();
    await image?.end();
  };
  try {
    const { pages } = await text.expect('opened');
    return {
      pages,
      readPage: async (number) => (await text.ask(number, 'page')).page,
      drawPage: async (number) => {
        if (!image) {
          image = new ReadingThread(path, 'image', bounds);
          await image.expect('opened');
        }
        return (await image.ask(number, 'image')).png;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type AnswerOf<K extends PdfAnswer['kind']> = Extract<PdfAnswer, { kind: K }>;

class ReadingThread {
  private readonly worker: Worker;

  constructor(
    path: string,
    as: PdfRequest['as'],
    private readonly bounds: PdfBounds,
  ) {
    const workerData: PdfRequest = { path, as, assets: assetsFolder(), maxBytes: bounds.fileBytes };
    const resourceLimits = { maxOldGenerationSizeMb: Math.ceil(bounds.memoryBytes / 1e6) };
    // What the library prints (a font that it has to guess) concerns nobody.
    this.worker = new Worker(findWorkerFile(import.meta.url, 'pdf-worker'), {
      workerData,
      resourceLimits,
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    this.worker.setMaxListeners(0);
    // Between two calls an error has no other listener.
    this.worker.on('error', () => {});
  }

  ask<K extends PdfAnswer['kind']>(number: number, kind: K): Promise<AnswerOf<K>> {
    const answer = this.expect(kind);
    this.worker.postMessage(number);
    return answer;
  }

  /** The next answer. A thread that has failed is of no more use. */
  expect<K extends PdfAnswer['kind']>(kind: K): Promise<AnswerOf<K>> {
    const { worker, bounds } = this;
    const before = process.memoryUsage.rss();
    return new Promise((resolve, reject) => {
      const fail = (fault: PdfFault, reason: string) => settle(() => reject(new PdfError(fault, reason)));
      const settle = (finish: () => void) => {
        clearTimeout(deadline);
        clearInterval(watch);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        finish();
      };
      const onMessage = (message: PdfAnswer) => {
        if (message.kind === 'fault') fail(message.fault, message.reason);
        else if (message.kind === kind) settle(() => resolve(message as AnswerOf<K>));
      };
      const onError = (error: NodeJS.ErrnoException) =>
        fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'damaged', error.message);
      const onExit = () => fail('damaged', 'thread ended');
      const stop = (fault: PdfFault) => {
        void worker.terminate();
        fail(fault, fault);
      };
      const deadline = setTimeout(() => stop('time'), bounds.stepMs);
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > bounds.memoryBytes) stop('memory');
      }, WATCH_MS);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

const assetsFolder = (): string => dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
