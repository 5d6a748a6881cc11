/** Sentences about the archive on a Weaviate server. Addresses stand as they were given; a key is never repeated. */
export const gone = (address: string) =>
  `连不上 Weaviate（${address}）。请确认它在运行、WEAVIATE_URL 和 WEAVIATE_GRPC_URL 没有写错，然后重试；已经存好的内容没有改变。`;

export const slow = (address: string) =>
  `Weaviate（${address}）太久没有答复。它可能正忙或正在恢复，请稍后再试；已经存好的内容没有改变。`;

export const collectionsMissing = (address: string) =>
  `Weaviate（${address}）上没有这个档案的集合，或只有一部分：它的数据可能被清空或换过。请用 doctor 查看，用 doctor --fix 补建，缺的稿件再运行 ingest 入库。`;

export const wrongKey = () => 'Weaviate 要密钥，而 WEAVIATE_API_KEY 没有设，或它不认。请检查这项设置。';

export const noRights = () => '这个密钥在 Weaviate 上没有所需的权限。请换一个有读写权限的 WEAVIATE_API_KEY。';

export const readOnly = () =>
  'Weaviate 现在只能读，不能写，多半是它的磁盘快满了。请在服务器上腾出空间后重试；已经存好的内容没有改变。';

export const tooFewNodes = () =>
  'Weaviate 的节点不够，存不了 WEAVIATE_REPLICAS 要的那么多份副本。请把它改成不超过节点数（留空就自动选定），再重试。';

export const stranger = (address: string) =>
  `${address} 有答复，但答复的不是 Weaviate 1.39。请检查 WEAVIATE_URL 和 WEAVIATE_GRPC_URL。`;

export const failed = (detail: string) => `Weaviate 没有完成请求：${detail}`;

export const otherSchema = (prefix: string, held: number, known: number) =>
  `Weaviate 上的档案 ${prefix} 是第 ${held} 版格式，这个程序用第 ${known} 版。请换用与它相配的程序，或用 WEAVIATE_PREFIX 另起一个档案。`;

export const foreignCollection = (name: string) =>
  `Weaviate 上的集合 ${name} 不是本程序建立的。请用 WEAVIATE_PREFIX 另起一个档案。`;

export const incomplete = (missing: readonly string[]) =>
  `Weaviate 上的档案不完整，缺少集合 ${missing.join('、')}。请运行 doctor --fix。`;

export const unreadable = (version: string) =>
  `Weaviate 上的稿件 ${version} 读不出来。请运行 doctor --fix，再对原文件运行一次 ingest。`;

export const notStored = (articleIds: readonly string[], detail: string) =>
  `Weaviate 没有存下 ${articleIds.length} 篇稿件（${articleIds.slice(0, 5).join('、')}${articleIds.length > 5 ? ' 等' : ''}）：` +
  `${detail}。请重新运行 ingest，缺的会补上。`;

export const takenOver = (path: string) =>
  `另一个进程同时改动了 ${path} 的稿件，或者这个进程停顿了一分多钟、被当作已经中断；这一次没有做完。请重新运行一次。`;

export const check = {
  name: 'Weaviate',
  ok: (version: string, nodes: number, replicas: number, shards: number) =>
    `${version} 版，${nodes} 个节点，${replicas} 份副本，${shards} 个分片。`,
  server: (version: string, nodes: number) => `${version} 版，${nodes} 个节点。`,
  nodesDown: (down: readonly string[]) => `节点 ${down.join('、')} 不正常。`,
  mendNodes: () => '在服务器上重新启动这些节点。',
  away: (addresses: readonly string[]) => `${addresses.join('、')} 没有答复，现在用的是别的节点。`,
  mendAddresses: () => '启动这些节点，或修改 .env 里的 WEAVIATE_URL。',
  readOnly: () => '只能读，不能写，多半是服务器的磁盘快满了：不能入库。',
  mendSpace: () => '在服务器上腾出空间，再把分片改回可写。',
};

export const archiveCheck = {
  name: '档案',
  ok: (articles: number, chunks: number) => `完好：${articles} 篇稿件，${chunks} 个片段。`,
  empty: () => '还没有稿件。运行 ingest 入库。',
  none: () => 'Weaviate 上还没有档案。运行 ingest 入库。',
  faults: {
    unreadable: (articles: number) => `${articles} 篇稿件读不出来。`,
    missing: (chunks: number) => `缺 ${chunks} 个片段。`,
    strays: (chunks: number) => `${chunks} 个片段不属于任何稿件。`,
    doubled: (copies: number) => `多存了 ${copies} 份稿件。`,
    homeless: (articles: number) => `${articles} 篇稿件不属于任何文件。`,
    lost: (articles: number) => `${articles} 篇稿件记在文件名下，却不在档案里。`,
    unfinished: (changes: number) => `${changes} 次替换没有做完。`,
  },
  mend: () => '没有入库在进行时，运行 doctor --fix。',
};

/** What `doctor --fix` says that it did. */
export const mended = {
  collections: (names: readonly string[]) => `补建了 Weaviate 上缺少的集合 ${names.join('、')}。`,
  counts: {
    unfinished: (changes: number) => `收拾了 ${changes} 次没有做完的替换。`,
    unreadable: (articles: number) => `删掉了 ${articles} 篇读不出来的稿件。`,
    rebuilt: (articles: number) => `重新切分了 ${articles} 篇稿件，片段与正文又对得上了。`,
    doubled: (copies: number) => `删掉了多存的 ${copies} 份稿件。`,
    strays: (chunks: number) => `清除了 ${chunks} 个不属于任何稿件的片段。`,
    homeless: (articles: number) => `把 ${articles} 篇稿件记回了它们的文件名下。`,
  },
  files: (paths: readonly string[]) =>
    `${paths.length} 个文件有稿件缺失或被改动，请对它们再运行一次 ingest：${paths.slice(0, 3).join('、')}${paths.length > 3 ? ' 等' : ''}。`,
};

export const noBackup = () =>
  '档案在 Weaviate 上，由它自己备份（见它的 backup 文档）；要一份可以带走的档案，请用 migrate --to local 或 export。';
