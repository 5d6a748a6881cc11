/** Sentences about input files. */
export const missingPath = (path: string) => `没有找到“${path}”。请检查路径是否正确。`;

export const notAFile = (path: string) => `“${path}”不是普通文件或文件夹，已略过。`;

export const emptyFolder = (path: string, endings: readonly string[]) =>
  `文件夹“${path}”里没有可以入库的文件（支持 ${endings.join('、')}，都可以压成 .gz）。`;

export const unknownFormat = (path: string, endings: readonly string[]) =>
  `不认识“${path}”的格式。支持 ${endings.join('、')}，都可以压成 .gz。`;

export const servesOthers = (path: string) =>
  `“${path}”只说明别的文件（标题或版面目录），自身没有稿件。请把它所在的文件夹整个入库。`;

export const ownDataFolder = (path: string) =>
  `“${path}”是档案自己的数据文件夹，里面没有要入库的报纸。请给出放报纸的文件夹。`;

export const namesNotUtf8 = (folder: string, count: number) =>
  `文件夹“${folder}”里有 ${count} 个名字不是 UTF-8 编码（多半是 GBK），打不开，没有入库。请先改名，例如 convmv -f gbk -t utf8 -r --notest。`;

export const emptyFile = (path: string) => `“${path}”是空文件，没有可以入库的内容。`;

export const damagedGzip = (path: string) => `“${path}”的 gzip 压缩数据已损坏，没有入库。`;

export const tooLarge = (path: string, megabytes: number) =>
  `“${path}”超过 ${megabytes} MB，不像一个报纸版面，没有入库。大批稿件请用 .jsonl。`;

export const tooManyLines = (path: string, lines: number) =>
  `“${path}”超过 ${lines} 行，不像一个报纸版面，没有入库。大批稿件请用 .jsonl。`;

export const unreadable = (path: string, reason: string) => `读不了“${path}”：${reason}。`;

export const noArticles = (path: string) => `“${path}”里没有找到稿件。`;

export const changedWhileReading = (path: string) => `“${path}”在读取时被改动，没有入库。请等它写完再入库。`;

export const wrongDay = (day: string) => `“${day}”不是有效的日期，应写作 YYYY-MM-DD，例如 2023-02-10。`;

export const wrongLine = (path: string, line: number, reason: string) =>
  `“${path}”第 ${line} 行${reason}，已略过这一行。`;

export const lineNotJson = () => '不是有效的 JSON';
export const lineNotObject = () => '不是 JSON 对象';
export const lineWithoutText = () => '没有 text（正文）';
export const lineTooLong = (megabytes: number) => `超过 ${megabytes} MB`;
export const lineWrongField = (field: string) => `的 ${field} 不是文字`;
export const lineWrongDay = (day: string) => `的日期“${day}”不是有效的日期`;

export const embeddingStopped = (reason: string, missing: number) =>
  `向量没有做完，还缺 ${missing} 个片段的：${reason}已做好的向量保留，再次入库时接着做。`;

export const interrupted = () => '已中断。已经入库的稿件保留，再次运行同一命令即可接着做完。';

export const vectorsKept = () => '没有可用的向量模型：原有的向量保留不动，没有重做。';

export const preparingThreadEnded = (cause: string) =>
  `处理稿件的线程意外结束（${cause}）。请再运行一次同一命令：已入库的稿件都在，会接着做完。`;
