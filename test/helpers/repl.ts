import type { Archive, AskService } from '../../src/domain/ports.js';
import type { Question } from '../../src/domain/query.js';
import { answer, article, searchAnswer } from './fake-surroundings.js';

/** What the conversation begins with. */
export const BANNER = `报问：输入问题，回车；/help 看说明，/quit 退出。
档案现有 9 篇稿件：
• 《澄州日报》：2023年2月10日至2023年2月12日，2 期，9 篇
`;

export const loadArticles: Archive['loadArticles'] = async (ids) => (ids.includes('a1') ? [article] : []);

/** An answer without notes or anything understood. */
export const plain = { ...answer, understood: { ...answer.understood, reason: null }, notes: [] };

/** How `plain` is shown. */
export const SHOWN = `今年新建公园两座。 [1]

[1] 《澄州日报》2023年2月10日第3版《安溪县公布民生实事》
`;

/** A service that gives `plain` to every question and keeps what it was asked. */
export function listening(asked: Question[] = []): Partial<AskService> {
  return {
    ask: async (question, onSentence) => {
      asked.push(question);
      for (const sentence of plain.sentences) onSentence?.(sentence);
      return plain;
    },
    search: async () => searchAnswer,
  };
}
