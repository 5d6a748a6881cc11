import type { MigrationReport, MigrationTarget } from '../copies.js';
import type { EmbeddingModel } from '../ports.js';

/** Sentences about `migrate`. */
const NAMES: Record<MigrationTarget, string> = { local: '数据文件夹', weaviate: 'Weaviate' };

export const wrongTarget = (given: string | undefined) =>
  `${given === undefined ? 'migrate 缺少目标' : `不能搬到“${given}”`}，请写 --to weaviate 或 --to local。用法见 baowen migrate --help。`;

export const nothingToMigrate = () => '源档案里还没有入库完的文件，没有可以搬的。';

const formatModel = ({ id, dimension }: EmbeddingModel) => `${id}（${dimension} 维）`;

export const otherModel = (source: EmbeddingModel, target: EmbeddingModel) =>
  `源档案的向量由模型 ${formatModel(source)}生成，目标档案的由 ${formatModel(target)}生成，两者不能混用；什么也没有写入。` +
  '请换一个空的目标，或先用 ingest --re-embed 把其中一个的向量重做。';

export const otherFiles = (files: number) => `目标里另有 ${files} 个源里没有的文件，它们照旧，没有核对。`;

export const recut = (chunks: number) =>
  `${chunks} 个片段按现在的程序重新切分过，源里没有它们的向量；以后入库时补上。`;

/** Paths and ids; an article stands once for each of its vectors. */
export type Differing = { files: string[]; articles: string[]; chunks: string[]; vectors: string[] };

const some = (names: readonly string[]) => {
  const each = [...new Set(names)];
  return each.slice(0, 5).join('、') + (each.length > 5 ? ' 等' : '');
};

export function differs(
  { files, articles, chunks, vectors }: Differing,
  checksums: { source: string; target: string },
): string {
  const parts = [
    files.length > 0 ? `${files.length} 个文件（${some(files)}）` : '',
    articles.length > 0 ? `${articles.length} 篇稿件（${some(articles)}）` : '',
    chunks.length > 0 ? `${chunks.length} 篇稿件的片段（${some(chunks)}）` : '',
    vectors.length > 0 ? `${vectors.length} 个片段的向量（稿件 ${some(vectors)}）` : '',
  ];
  const of = (checksum: string) => checksum.slice(0, 12);
  return (
    `搬完后核对，两边不同：${parts.filter(Boolean).join('，')}；校验值 ${of(checksums.source)} 与 ${of(checksums.target)}。` +
    '源档案没有改动。搬的时候若有人在写入，请再运行一次；仍然不同，就在目标里用 remove --file 移除这些文件，再运行一次。'
  );
}

export const stopped = () => '已停止，搬好的都留着；再运行一次就接着搬。';

export function migrated(report: MigrationReport, to: MigrationTarget): string {
  const { files, skipped, articles, chunks, vectors, checksum } = report;
  const before = skipped > 0 ? `（其中 ${skipped} 个原来就在）` : '';
  return `已搬到 ${NAMES[to]}：文件 ${files} 个${before}，稿件 ${articles} 篇，片段 ${chunks} 个，向量 ${vectors} 个。
逐一核对无误，校验值 ${checksum}。以后要用它，请在 .env 里写 STORE=${to}。`;
}
