/** What `doctor --fix` says that it did. */
type Mended =
  | { kind: 'whole' | 'reindexed' }
  | { kind: 'unreadable'; aside: string }
  | { kind: 'salvaged'; aside: string; salvaged: ReadonlyMap<string, { rows: number; isWhole: boolean }> };

export const leftoversRemoved = (files: number) => `清除了 ${files} 个没有写完的临时文件。`;
export const botIsRunning = () => '机器人正在运行，没有检查 bot.sqlite 能否修复。要修复它，请先停下机器人。';
export const indexRebuilt = () => '重建了向量索引文件。';
export const wordsRebuilt = () => '从稿件重建了字词索引，片段的时间和地点也重新提取。';
export const vectorsDropped = (vectors: number) =>
  `丢掉了 ${vectors} 个损坏的向量，再运行一次 ingest 就会补上。`;

export function archiveFileMended(mended: Mended): string[] {
  switch (mended.kind) {
    case 'whole':
      return [];
    case 'reindexed':
      return ['重建了档案数据库的内部索引，没有丢失什么。'];
    case 'unreadable':
      return [
        `档案数据库完全读不了，已移到 ${mended.aside}。请从备份恢复，或对原来的报纸文件重新运行 ingest。`,
      ];
    case 'salvaged': {
      const articles = mended.salvaged.get('article');
      const lost = articles?.isWhole === false ? '，另有一些读不出来' : '';
      return [
        `档案数据库有损坏，抢救出 ${articles?.rows ?? 0} 篇稿件${lost}，损坏的文件移到了 ${mended.aside}。` +
          '请从备份恢复，或对原来的报纸文件再运行一次 ingest，把缺的补上；正在运行的机器人要重新启动。',
      ];
    }
  }
}

export function botFileMended(mended: Mended): string[] {
  switch (mended.kind) {
    case 'whole':
      return [];
    case 'reindexed':
      return ['重建了 bot.sqlite 的内部索引，没有丢失什么。'];
    case 'unreadable':
      return [`bot.sqlite 完全读不了，已移到 ${mended.aside}。没有备份的话，用户要重新配对。`];
    case 'salvaged':
      return [`bot.sqlite 有损坏，能读的都已抢救出来，损坏的文件移到了 ${mended.aside}。`];
  }
}

export function rowsMended(rows: { strays: number; homeless: number; unfinished: number }): string[] {
  const { strays, homeless, unfinished } = rows;
  return [
    ...(strays > 0 ? [`清除了 ${strays} 行无主的数据。`] : []),
    ...(homeless > 0 ? [`${homeless} 篇稿件找不回所在的文件，归到“不知来自哪个文件”。`] : []),
    ...(unfinished > 0 ? [`${unfinished} 个文件有稿件缺失或被改动，请对它们再运行一次 ingest。`] : []),
  ];
}

/** 修复  … */
export const formatMended = (mended: readonly string[]): string[] =>
  (mended.length === 0 ? ['没有需要修复的。'] : mended).map((sentence) => `修复  ${sentence}`);

export const notMended = (why: string) => `没有修复：${why}`;
