import { describe, expect, it } from 'vitest';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';

const NEWS = [
  { date: '2024-02-01', headline: '青河大桥未通车', text: '青河大桥因洪水尚未通车。' },
  { date: '2024-11-21', headline: '青河大桥通车', text: '青河大桥11月20日正式通车。过桥不收费。' },
  { date: '2024-11-21', headline: '老街改造', text: '老街改造没有完成，商户仍在等待。' },
].map((article) => ({ newspaper: '澄州日报', ...article }));

async function ask(text: string) {
  const lines = NEWS.map((article) => JSON.stringify(article)).join('\n');
  const { service } = await openArchiveOf([writeFiles({ 'all.jsonl': lines })]);
  return service.ask({ question: text, askedOn: '2024-11-25', filter: {}, history: [] });
}

describe('a question whether', () => {
  it.each([
    ['of what is so by now', '青河大桥通车了吗', '报道说：青河大桥11月20日正式通车。'],
    ['of what is said in another word', '老街改造是否竣工', '报道说：老街改造没有完成，商户仍在等待。'],
    ['of what is not so', '老街改造是否完成', '报道说：老街改造没有完成，商户仍在等待。'],
  ])('is decided by the latest sentence that says it, %s: %s', async (_, text, said) => {
    const { sentences, citations } = await ask(text);
    expect(sentences).toEqual([{ text: said, citations: [1] }]);
    expect(said).toContain(citations[0]?.quote ?? '—');
  });

  it('is not answered where no sentence decides it', async () => {
    const answer = await ask('青河大桥的洪水退去了吗');
    expect(answer).toMatchObject({ found: false, sentences: [] });
    expect(answer.notes.join()).toContain('最接近的报道');
  });
});
