import type { EmbeddingModel } from '../ports.js';

/** Sentences about the data folder: errors of the store and the lines of `doctor` on it. */
export const folderNotWritable = (folder: string) =>
  `数据文件夹 ${folder} 无法写入。请检查文件夹的权限，或用 --data 另指定一个可写的文件夹。`;

export const folderNotReadable = (folder: string) =>
  `数据文件夹 ${folder} 无法读取。请检查文件夹的权限，或用 --data 另指定一个文件夹。`;

export const notAFolder = (path: string) =>
  `${path} 不是文件夹，不能用来存放档案。请用 --data 另指定一个文件夹。`;

export const folderFull = (folder: string) =>
  `数据文件夹 ${folder} 写不进去，多半是磁盘已满；已经存好的内容没有改变。请腾出空间后重试。`;

export const folderFailed = (folder: string, code: string) =>
  `读写数据文件夹 ${folder} 时出错（${code}）；已经存好的内容没有改变。请检查磁盘后重试。`;

export const folderDamaged = (folder: string) =>
  `数据文件夹 ${folder} 里的数据库文件已损坏，无法读取。请运行 doctor --fix 抢救还能读的部分，或从备份恢复。`;

export const folderBusy = (folder: string) =>
  `数据文件夹 ${folder} 正被另一个进程占用，等了几秒仍未空出。请稍后再试。`;

export const newerDatabase = (path: string) =>
  `${path} 由更新版本的程序建立，这个版本读不了。请升级程序，或用 --data 另指定一个文件夹。`;

export const builtForAnotherProcessor = () =>
  '向量索引程序（hnswlib-node）是为支持 AVX2 的处理器编译的，这台机器的处理器不支持。请运行 npm rebuild hnswlib-node 重新编译。';

type Holder = { pid: number; since: string } | null;

const nameHolder = (holder: Holder) =>
  holder === null ? '另一个进程' : `进程 ${holder.pid}（自 ${holder.since} 起）`;

export const archiveBusy = (folder: string, holder: Holder) =>
  `${nameHolder(holder)}正在写入数据文件夹 ${folder}，同一时间只能有一个写入者。请等它结束后再试。`;

export const waitingForWriter = (holder: Holder, minutes: number) =>
  `${nameHolder(holder)}正在写入，等它结束再开始（最多等 ${minutes} 分钟；不想等就加 --no-wait）。`;

export const waitedInVain = (minutes: number, reason: string) => `等了 ${minutes} 分钟，${reason}`;

export const removeWithoutIssue = () => '没有说明要移除哪一期。请给出报纸名称或日期。';

export const fileNotStored = (path: string) => `档案里没有文件 ${path}。`;

export const otherEmbeddingModel = (stored: EmbeddingModel, given: EmbeddingModel) =>
  `档案里的向量由模型 ${formatModel(stored)}生成，当前模型是 ${formatModel(given)}，两者不能混用。` +
  '请改回原来的模型；或运行 ingest --re-embed，用新模型重做全部向量。';

const formatModel = ({ id, dimension }: EmbeddingModel) => `${id}（${dimension} 维）`;

export const vectorWithoutDirection = () =>
  '向量模型给出了无效的向量（全为零，或含有非数字的值），没有存入。请检查向量模型或它的服务地址。';

export const chunkOfVectorMissing = (chunkId: number) =>
  `第 ${chunkId} 号片段已不在档案里，它的向量没有存入。请重新运行 ingest。`;

export const folderCheck = {
  name: '数据文件夹',
  ok: (folder: string) => `${folder} 可以写入。`,
  notAFolder: (path: string) => `${path} 不是文件夹，不能用来存放档案。`,
  readOnly: (folder: string) => `${folder} 不能写入：不能入库，也不能登记机器人的用户。`,
  low: (folder: string, megabytes: number) => `${folder} 可以写入，但磁盘只剩 ${megabytes} MB。`,
  full: (folder: string) => `${folder} 所在的磁盘已满，不能入库。`,
  mendRights: () => '检查文件夹的权限，或用 --data 另指定一个可写的文件夹。',
  mendFull: () => '腾出空间，或用 --data 另指定一个文件夹。',
  mendPlace: () => '用 --data 另指定一个文件夹。',
};

export const databaseCheck = {
  name: '数据库',
  ok: (articles: number, chunks: number) => `完好：${articles} 篇稿件，${chunks} 个片段。`,
  empty: () => '还没有稿件。运行 ingest 入库。',
  missing: (folder: string) => `数据文件夹 ${folder} 里还没有档案。运行 ingest 入库。`,
  broken: (detail: string) => `数据库没有通过完整性检查：${detail}`,
  strays: (rows: number) => `${rows} 行数据所属的稿件或文件不在了。`,
  mend: () => '从备份恢复数据文件夹；没有备份就运行 doctor --fix，抢救还能读的部分。',
  mendRows: () => '运行 doctor --fix。',
};

export const offsetsCheck = {
  name: '片段',
  ok: () => '每个片段都在稿件正文之内，首尾相接。',
  broken: (articles: number) => `${articles} 篇稿件的片段与正文对不上。`,
  mend: () => '运行 doctor --fix，重新切分这些稿件。',
};

export const wordsCheck = {
  name: '字词索引',
  ok: (chunks: number) => `覆盖全部 ${chunks} 个片段。`,
  broken: ({ missing, extra, wrong }: { missing: number; extra: number; wrong: number }) =>
    `缺 ${missing} 个片段，多 ${extra} 个片段，${wrong} 个片段的字词不对。`,
  mend: () => '运行 doctor --fix，从稿件重建字词索引。',
};

export const filesCheck = {
  name: '入库文件',
  ok: (files: number) => `${files} 个文件都已完整入库。`,
  broken: (files: number) => `${files} 个文件上次没有入库完。`,
  mend: () => '对这些文件再运行一次 ingest。',
};

export const vectorsCheck = {
  name: '向量',
  ok: (vectors: number, model: string) => `${vectors} 个片段全部有向量（${model}）。`,
  none: () => '没有向量，只按字词检索。',
  wrong: (vectors: number) => `${vectors} 个向量已损坏，或不是这个模型的。`,
  mendWrong: () => '运行 doctor --fix 丢掉它们，再运行 ingest 补上。',
  missing: (missing: number) => `${missing} 个片段还没有向量，它们只能按字词检索到。`,
  mend: () => '再运行一次 ingest，补上向量。',
  otherModel: (stored: string, given: string) =>
    `向量由模型 ${stored} 生成，现在设置的是 ${given}，两者不能比较：只按字词检索，也不能再入库。`,
  mendModel: () => '改回原来的模型，或运行 ingest --re-embed 重做全部向量。',
};

export const graphCheck = {
  name: '向量索引文件',
  ok: (count: number, tail: number) => `完好：${count} 个向量在文件里，${tail} 个直接比较。`,
  none: () => '没有向量，不需要索引文件。',
  broken: () => '缺失或损坏；检索改为逐一比较，结果不受影响，只是慢些。',
  mend: () => '运行 doctor --fix，重建索引文件。',
};

export const articlesCheck = {
  name: '稿件',
  ok: (articles: number) => `${articles} 篇稿件的文字都与入库时相同。`,
  homeless: (articles: number) => `${articles} 篇稿件不属于任何文件，列不出来。`,
  mendHomeless: () => '运行 doctor --fix。',
  changed: (articles: number) => `${articles} 篇稿件的文字与入库时不同，多半是磁盘出了错。`,
  mendChanged: (paths: readonly string[]) => {
    const files =
      paths.length > 3 ? `${paths.slice(0, 3).join('、')}等 ${paths.length} 个文件` : paths.join('、');
    return `从备份恢复，或先运行 doctor --fix，再对这些文件运行 ingest：${files}。`;
  },
};

export const botCheck = {
  name: '机器人数据',
  ok: () => '完好。',
  broken: (detail: string) => `bot.sqlite 读不了或没有通过完整性检查：${detail}`,
  mend: () => '从备份恢复 bot.sqlite；没有备份就停下机器人，运行 doctor --fix，抢救还能读的部分。',
};

export const inboxCheck = {
  name: '收到的文件',
  ok: (files: number) => `${files} 个文件都在。`,
  gone: (gone: number, files: number) =>
    `${files} 个文件里有 ${gone} 个已不在原处；稿件不受影响，只是不能据它们重新入库。`,
};

export const leftoversCheck = {
  name: '残留文件',
  found: (files: number) => `${files} 个没有写完的临时文件，可能是中断时留下的，也可能正在写。`,
  mend: () => '没有入库在进行时，运行 doctor --fix 清除。',
};
