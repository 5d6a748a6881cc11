/** Sentences about packed input: .zip, .gz, and the .docx that is a .zip inside. */
export const damagedZip = (path: string) =>
  `“${path}”不是完好的 zip 压缩包（可能没有传完或下载完），没有入库。`;

export const tooManyMembers = (path: string, count: number, limit: number) =>
  `“${path}”里有 ${count} 个条目，超过 ${limit} 个，没有入库。请分成几个压缩包，或解开后入库。`;

export const zipWithoutFiles = (path: string, endings: readonly string[]) =>
  `压缩包“${path}”里没有可以入库的文件（支持 ${endings.join('、')}）。`;

export const packedTwice = (path: string, megabytes: number) =>
  `“${path}”解开 .gz 后超过 ${megabytes} MB，没有入库。请先解开 .gz 这一层。`;

export const exportInZip = (path: string) =>
  `“${path}”是 export 导出的档案，装在 .zip 里保不住稿件的编号和出处，没有入库。请把它解开后单独入库，或导出成 .jsonl.gz。`;

export const backupInZip = (path: string) =>
  `“${path}”里是一个数据文件夹或它的备份，没有入库。请解开后用 --data 打开，或先 export 再入库。`;

export const noRoomToUnpack = (path: string, folder: string) =>
  `临时文件夹“${folder}”的空间不够解开“${path}”，没有入库。请腾出空间，或用环境变量 TMPDIR 换一个地方。`;

export const noTemporaryFolder = (folder: string, reason: string) =>
  `临时文件夹“${folder}”不能用（${reason}），解不开压缩包。请用环境变量 TMPDIR 换一个地方。`;

/** A file of a .zip that could be read only so far. */
export const brokenOff = (reason: string, articles: number) => `${reason}它前面的 ${articles} 篇稿件已入库。`;

export const gzipBomb = (path: string, ratio: number) =>
  `“${path}”解压后是原来的 ${ratio} 倍以上，像是压缩炸弹，没有入库。`;

export const gzipTooLarge = (path: string, gigabytes: number) =>
  `“${path}”解压后超过 ${gigabytes} GB，没有入库。请拆成几个文件。`;

export const packedOtherwise = (path: string) => `“${path}”这种压缩包还读不了，请先解开，或改成 .zip。`;

export const oldWord = (path: string) => `“${path}”的格式还读不了，请在 Word 或 WPS 里另存为 .docx 再入库。`;

/** Why members of a .zip were not taken in; of a kind that concerns many, the first is named. */
const PASSED_OVER = {
  unsafe: '的路径指向压缩包外面',
  special: '是链接或设备，不是普通文件',
  encrypted: '加了密码',
  method: '用了不支持的压缩方法',
  nested: '本身又是压缩包，请先解开',
  damaged: '已损坏',
  tooLarge: '解压后太大',
  bomb: '解压后大得反常，像是压缩炸弹',
  clash: '与别的文件重名，或名字不能用',
  overTotal: '放不下：解压后的总量超过限度',
} as const;

export type PassedOver = keyof typeof PASSED_OVER;

export const membersPassedOver = (path: string, kind: PassedOver, first: string, count: number) =>
  count === 1
    ? `“${path}”里的“${first}”${PASSED_OVER[kind]}，没有入库。`
    : `“${path}”里的“${first}”等 ${count} 个文件${PASSED_OVER[kind]}，没有入库。`;

export const directoryDamaged = (path: string, read: number) =>
  `“${path}”的目录在第 ${read} 个条目之后已损坏，后面的文件没有入库。`;

export const notDocx = (path: string) =>
  `“${path}”不是完好的 Word 文档（.docx），没有入库。请用 Word 或 WPS 打开，另存一份再入库。`;

export const docxTooLarge = (path: string, megabytes: number) =>
  `“${path}”里的文字超过 ${megabytes} MB，没有入库。请拆成几个文档。`;
