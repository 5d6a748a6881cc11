// Sentences about PDF files.

export const encryptedPdf = (path: string) =>
  `“${path}”设有打开密码，没有入库。请先用密码打开，另存为不加密的 PDF 再入库。`;

export const damagedPdf = (path: string) => `“${path}”不是有效的 PDF，或已损坏，没有入库。请重新下载或导出。`;

export const damagedPdfPage = (path: string, page: number) =>
  `“${path}”第 ${page} 页已损坏，读不出来，已略过。`;

export const pdfTooLarge = (path: string, megabytes: number) =>
  `“${path}”超过 ${megabytes} MB，没有入库。请按版拆成几个 PDF 再入库。`;

export const pdfTooManyPages = (path: string, pages: number, most: number) =>
  `“${path}”有 ${pages} 页，超过 ${most} 页，不像一期报纸，没有入库。请按期拆开再入库。`;

export const pdfTakesMemory = (path: string, page: number | null) =>
  `“${path}”${page === null ? '' : `第 ${page} 页`}解开后大得异常，没有入库。文件可能有意做成这样，或已损坏。`;

export const pdfTakesTime = (path: string, page: number | null, seconds: number) =>
  `“${path}”${page === null ? '' : `第 ${page} 页`}读了 ${seconds} 秒还没有读完，没有入库。文件可能已损坏。`;

export const pdfWithoutText = (path: string, pages: string, missing: string) =>
  `“${path}”第 ${pages} 页没有文字（多半是图片），没有入库：识别图片上的文字需要${missing}。`;

export const missingTesseract = () =>
  '安装 tesseract 及其简体中文数据 chi_sim（Debian、Ubuntu：apt install tesseract-ocr tesseract-ocr-chi-sim）';

export const missingChinese = () =>
  '为 tesseract 安装简体中文数据 chi_sim（Debian、Ubuntu：apt install tesseract-ocr-chi-sim）';

export const recognitionFailed = (path: string, page: number, reason: string) =>
  `“${path}”第 ${page} 页是图片，tesseract 没有识别成功（${reason}），已略过。`;

export const recognisedPages = (path: string, pages: string) =>
  `“${path}”第 ${pages} 页是图片，文字由 tesseract 识别，可能有错字。`;

export const nothingRecognised = (path: string, pages: string) =>
  `“${path}”第 ${pages} 页没有文字，tesseract 也没有认出文字。`;
