import type { MigrationProgress } from '../copies.js';
import type { IngestedFile, IngestReport } from '../ports.js';

export const ingestingSample = () => '档案里还没有稿件，先把自带的样例入库。';

export const noFiles = (paths: readonly string[]) =>
  `没有找到可以入库的文件：${paths.join('、')}。请给出报纸的文件，或者放着它们的文件夹；能读哪些格式见 baowen ingest --help。`;

/** 文件 12/345 · 稿件 88 · 片段 210 */
export function formatStage(progress: MigrationProgress): string {
  const { done, total } = progress;
  if (progress.stage === 'vectors') return `向量 ${done}/${total}`;
  if (progress.stage === 'verify') return `核对 ${done}/${total}`;
  if (progress.stage === 'index') return `整理索引 ${done}/${total}`;
  return `文件 ${done}/${total} · 稿件 ${progress.articles} · 片段 ${progress.chunks}`;
}

/** 下载 模型 3.1/24.0 MB; the total is left out where the sender did not say. */
export function formatBytes(what: string, done: number, total: number): string {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return `下载 ${what} ${megabytes(done)}${total > 0 ? `/${megabytes(total)}` : ''} MB`;
}

/** 每秒 3.2 · 还要 2分10秒 */
export function formatPace(perSecond: number, secondsLeft: number): string {
  const rate = perSecond >= 10 ? perSecond.toFixed(0) : perSecond.toFixed(1);
  return `每秒 ${rate} · 还要 ${formatDuration(secondsLeft)}`;
}

export function formatSecondsLeft(secondsLeft: number): string {
  return `还要 ${formatDuration(secondsLeft)}`;
}

function formatDuration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const minutes = Math.floor(whole / 60);
  if (minutes === 0) return `${whole}秒`;
  if (minutes < 60) return `${minutes}分${whole % 60}秒`;
  return `${Math.floor(minutes / 60)}小时${minutes % 60}分`;
}

export function formatIngestReport(report: IngestReport, { dryRun }: { dryRun: boolean }): string {
  return [
    ...(nothingChanged(report)
      ? [`没有变化：${report.files.length} 个文件都已经在档案里。`]
      : totals(report)),
    `用时 ${report.seconds.toFixed(1)} 秒。`,
    ...(dryRun ? ['这次只是试一遍，什么也没有写入。'] : []),
  ].join('\n');
}

function nothingChanged({ files, articles, vectors }: IngestReport): boolean {
  const written = articles.added + articles.removed + vectors.added;
  return written === 0 && files.length > 0 && files.every(({ status }) => status === 'unchanged');
}

/** One line: 12:30:05 文件：新增 2；稿件：…；片段：…；用时 1.3 秒 */
export function formatBatch(report: IngestReport, time: Date): string {
  const clock = time.toLocaleTimeString('sv-SE', { timeZone: 'Asia/Shanghai' });
  return `${clock} ${formatIngestReport(report, { dryRun: false }).split('\n').join('；').replaceAll('。；', '；')}`;
}

const VANISHED_STAY = '消失的文件，稿件还在档案里；确实不要了，加 --prune 再入库一次。';

/** Without files (`ingest --re-embed`) there is nothing to say of files and articles. */
function totals({ files, articles, chunks, vectors }: IngestReport): string[] {
  const missing = vectors.missing === 0 ? '' : `，还缺 ${vectors.missing}，以后入库时补上`;
  const ofFiles = [
    `文件：${countByStatus(files)}`,
    `稿件：新增 ${articles.added}，移除 ${articles.removed}，未变 ${articles.unchanged}`,
  ];
  return [
    ...(files.length === 0 ? [] : ofFiles),
    ...(files.some(({ status }) => status === 'vanished') ? [VANISHED_STAY] : []),
    `片段：写入 ${chunks}；向量：写入 ${vectors.added}${missing}`,
  ];
}

const STATUSES = {
  new: '新增',
  changed: '更新',
  renamed: '改名',
  unchanged: '未变',
  failed: '失败',
  vanished: '消失',
  pruned: '清除',
} as const;

/** 新增 1，未变 1; what did not happen is left out. */
function countByStatus(files: readonly IngestedFile[]): string {
  const counts = Object.entries(STATUSES).map(([status, label]) => ({
    label,
    count: files.filter((file) => file.status === status).length,
  }));
  return counts.flatMap(({ label, count }) => (count > 0 ? [`${label} ${count}`] : [])).join('，');
}
