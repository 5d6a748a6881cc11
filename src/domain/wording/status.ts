import type { Coverage } from '../ports.js';

/** What runs and what does not, in the bot's /status. */
export const wordsLine = ({ articles, chunks }: Coverage) =>
  `字词检索：${articles} 篇稿件，${chunks} 个片段。`;

export const vectorsLine = ({ vectors, chunks }: Coverage, model: string | null) =>
  model && vectors ? `向量检索：${model}，${vectors}/${chunks} 个片段。` : '向量检索：没有，只按字词检索。';

export const modelLine = (model: string | null) =>
  model ? `语言模型：${model}，每句都与原文核对。` : '语言模型：没有，逐字摘录原文作答。';
