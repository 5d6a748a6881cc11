import type { IngestedFile } from '../ports.js';

/** So many of a kind are told one by one; the rest is counted. A line is read, thousands are not. */
const SHOWN_OF_KIND = 5;
/** So many kinds in all. */
const KINDS = 20;

type Kind = { count: number; first: string };

/**
 * Why files failed or parts of them were passed over, and which have gone, each naming its file. Where very many files
 * have the same trouble the first ones are named and the others counted.
 */
export function formatFileProblems(files: readonly IngestedFile[]): string[] {
  const kinds = new Map<string, Kind>();
  const sentences: string[] = [];
  for (const { path, reason } of files.flatMap(listReasons)) {
    const name = nameKind(reason, path);
    const kind = kinds.get(name) ?? { count: 0, first: reason };
    kind.count++;
    kinds.set(name, kind);
    if (kind.count <= SHOWN_OF_KIND && kinds.size <= KINDS)
      sentences.push(reason.includes(path) ? reason : `“${path}”：${reason}`);
  }
  return [...sentences, ...countRest([...kinds.values()])];
}

function listReasons({ path, status, articles, reasons }: IngestedFile): { path: string; reason: string }[] {
  const told = reasons.map((reason) => ({ path, reason }));
  if (status === 'vanished' && told.length === 0)
    return [{ path, reason: `“${path}”不见了，它的 ${articles} 篇稿件还在档案里。` }];
  if (status === 'pruned') return [{ path, reason: `“${path}”不见了，已清除它的稿件。` }];
  return told;
}

/** The same sentence about another file, line or number is the same trouble. */
const nameKind = (reason: string, path: string): string => reason.replaceAll(path, '').replace(/\d+/g, '0');

function countRest(kinds: readonly Kind[]): string[] {
  const told = kinds.slice(0, KINDS).filter(({ count }) => count > SHOWN_OF_KIND);
  const more = kinds.slice(KINDS).reduce((sum, { count }) => sum + count, 0);
  return [
    ...told.map(({ count, first }) => `还有 ${count - SHOWN_OF_KIND} 处与这里相同：${first}`),
    ...(more > 0 ? [`还有 ${more} 处别的问题；加 --json 可以看到全部。`] : []),
  ];
}
