import { describe, expect, it } from 'vitest';
import type { Question } from '../src/domain/query.js';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';

const report = (name: string, text: string) =>
  `${text}\n\n本报讯(记者 ${name}) 2月9日，${text}。工程投资1亿元。`;
const PAGES = {
  '澄州日报/2023-02-10/03版.txt': [
    report('王立', '青沙县两条公路通车'),
    report('李梅', '槐南区小学启用新校舍'),
  ].join('\n\n'),
  '澄州日报/2023-02-10/04版.txt': report('王立', '望河区图书馆开馆'),
  '澄州日报/2023-02-11/01版.txt': report('张禾', '青沙县苹果丰收'),
};

async function ask(text: string, more: Partial<Question> = {}) {
  const { service } = await openArchiveOf([writeFiles(PAGES)]);
  const { found, sentences, citations, notes } = await service.ask({
    question: text,
    askedOn: '2023-02-12',
    filter: {},
    history: [],
    ...more,
  });
  const headlines = sentences.map(({ citations: [n] }) => citations.find((one) => one.n === n)?.headline);
  return { found, headlines, sentences, citations, notes: notes.join('') };
}

describe('a question for the articles themselves lists them', () => {
  it.each([
    ['澄州日报3版有什么文章', ['青沙县两条公路通车', '槐南区小学启用新校舍']],
    ['2023年2月10日第4版登了什么', ['望河区图书馆开馆']],
    ['记者王立写了哪些报道', ['青沙县两条公路通车', '望河区图书馆开馆']],
    ['澄州日报昨天有什么新闻', ['青沙县苹果丰收']],
    [
      '澄州日报有哪些报道',
      ['青沙县苹果丰收', '青沙县两条公路通车', '槐南区小学启用新校舍', '望河区图书馆开馆'],
    ],
  ])('%s', async (text, expected) => {
    const { headlines, notes } = await ask(text);
    expect(headlines).toEqual(expected);
    expect(notes).toContain(`共${expected.length}篇`);
  });

  it('quotes the first sentence of each as printed', async () => {
    const { sentences, citations } = await ask('澄州日报4版有什么文章');
    expect(sentences.map(({ text }) => text)).toEqual(['本报讯(记者 王立) 2月9日，望河区图书馆开馆。']);
    expect(citations.map(({ quote }) => quote)).toEqual(['本报讯(记者 王立) 2月9日，望河区图书馆开馆。']);
  });

  it('stays within the walls that were given', async () => {
    const { headlines } = await ask('记者王立写了哪些报道', { filter: { page: '4' } });
    expect(headlines).toEqual(['望河区图书馆开馆']);
  });
});

describe('a question for something in the articles does not list them', () => {
  it('answers from the one that tells it', async () => {
    const { headlines } = await ask('澄州日报报道青沙县什么丰收');
    expect(headlines[0]).toBe('青沙县苹果丰收');
    expect(headlines).not.toContain('望河区图书馆开馆');
  });

  it.each(['晚州日报有什么新闻', '澄州日报9版有什么文章', '记者赵宁写了哪些报道'])(
    '%s: refused',
    async (text) => {
      expect(await ask(text)).toMatchObject({ found: false, sentences: [] });
    },
  );
});

describe('a question for an article’s source tells who signed it and where it was printed', () => {
  const SIGNED = '《澄州日报》2023年2月10日第3版《青沙县两条公路通车》，署名：记者 王立。';
  it.each([
    ['青沙县两条公路通车的报道是谁写的', []],
    ['谁写了青沙县两条公路通车的报道', []],
    ['青沙县两条公路通车这篇是谁写的', []],
    ['《青沙县两条公路通车》登在第几版', []],
    ['《青沙县两条公路通车》这篇文章是哪天的报纸', []],
    ['谁写的', ['青沙县两条公路什么时候通车']],
    ['第几版', ['青沙县两条公路什么时候通车']],
  ])('%s', async (text, history) => {
    const { sentences, citations } = await ask(text, { history });
    expect(sentences.map((sentence) => sentence.text)).toEqual([SIGNED]);
    expect(citations[0]?.quote).toContain('青沙县两条公路通车');
  });

  it('says nothing of who wrote a book that no article is called after', async () => {
    expect(await ask('《青沙往事》是谁写的')).toMatchObject({ found: false, sentences: [] });
  });
});
