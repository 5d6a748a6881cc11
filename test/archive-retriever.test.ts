import { readFileSync } from 'node:fs';
import { BaseRetriever } from '@langchain/core/retrievers';
import { expect, test } from 'vitest';
import type { Hit, SearchAnswer } from '../src/domain/answer.js';
import type { Article } from '../src/domain/article.js';
import { ArchiveRetriever } from '../src/models/archive-retriever.js';
import { createChain } from './fixtures/retriever-example.js';
import { startOpenAIServer } from './helpers/openai-server.js';
import { UNRANKED } from './helpers/unranked.js';

const body = '本报讯 阳曲县今年将办好七件民生实事。其中新建学校一所。';
const article: Article = {
  articleId: 'a1',
  sourceId: null,
  sourceFile: 'page.txt',
  newspaper: '太原日报',
  issueDate: '2023-02-10',
  issueDateSource: 'file',
  issueDateEvidence: null,
  page: '4',
  column: null,
  kicker: null,
  headline: '阳曲县今年办好七件民生实事',
  subheadline: null,
  dateline: '本报讯',
  byline: null,
  contributors: [],
  kind: 'news',
  truncated: null,
  body,
};
const place = { start: 4, end: 19, text: body.slice(4, 19) };
const hit: Hit = { ...UNRANKED, ...place, rank: 1, score: 0.9, chunkId: 7, article };

function searchFor(hits: Hit[]) {
  const asked: [string, number][] = [];
  const search = async (question: string, limit: number): Promise<SearchAnswer> => {
    asked.push([question, limit]);
    return {
      query: question,
      hits,
      understood: { from: null, to: null, places: [], reason: null },
      notes: [],
    };
  };
  return { search, asked };
}

test('what the archive finds comes with its place in the newspaper and in the article', async () => {
  const { search, asked } = searchFor([hit]);
  const retriever = new ArchiveRetriever(search, { limit: 3 });
  expect(retriever).toBeInstanceOf(BaseRetriever);
  const [found, ...others] = await retriever.invoke('民生实事');
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    pageContent: body.slice(4, 19),
    metadata: {
      articleId: 'a1',
      newspaper: '太原日报',
      issueDate: '2023-02-10',
      page: '4',
      headline: '阳曲县今年办好七件民生实事',
      start: 4,
      end: 19,
      score: 0.9,
    },
  });
  expect(asked).toEqual([['民生实事', 3]]);
});

test('nothing found gives nothing, and a failing search fails the chain', async () => {
  expect(await new ArchiveRetriever(searchFor([]).search).invoke('火星')).toEqual([]);
  const broken = new ArchiveRetriever(async () => {
    throw new Error('the archive is closed');
  });
  await expect(broken.invoke('火星')).rejects.toThrow('the archive is closed');
});

test('the README shows the chain that answers here, line for line', () => {
  const source = readFileSync(new URL('./fixtures/retriever-example.ts', import.meta.url), 'utf8');
  const [, body = ''] = /\{\n( {2}const retriever[\s\S]*)\n\}/.exec(source) ?? [];
  const shown = body
    .replace(/^ {2}/gm, '')
    .replace('return RunnableSequence', 'const chain = RunnableSequence');
  expect(shown).not.toBe('');
  expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toContain(shown);
});

test('the chain of the README answers a question from the archive', async () => {
  const server = await startOpenAIServer({ chat: () => completion('七件。') });
  try {
    const chain = createChain(searchFor([hit]).search, server.url);
    expect(await chain.invoke('阳曲县有几件民生实事')).toBe('七件。');
    expect(server.requests[0]?.body.messages[0].content).toBe(
      `资料：\n《太原日报》2023-02-10：${hit.text}\n\n只凭资料回答：阳曲县有几件民生实事`,
    );
  } finally {
    await server.close();
  }
});

/** A reply that is not streamed. */
function completion(content: string) {
  const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }];
  return {
    raw: JSON.stringify({ id: 'chat-1', object: 'chat.completion', created: 0, model: 'm', choices }),
  };
}
