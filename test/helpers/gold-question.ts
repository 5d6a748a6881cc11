import type { GoldQuestion } from '../../src/evaluate/gold-question.js';

/** A question that the answer of fake-surroundings answers right. */
export const goldQuestion: GoldQuestion = {
  id: 'q1',
  kind: 'number',
  askedOn: '2023-02-12',
  question: '今年新建几座公园',
  history: [],
  must: [],
  cite: '安溪县',
  noteYear: null,
  gold: [],
  pages: [],
};
