import { describe, expect, test } from 'vitest';
import type { Question } from '../src/domain/query.js';
import { ended, runFake, searchAnswer } from './helpers/fake-surroundings.js';

const answering = { app: { service: { search: async () => searchAnswer } } };

describe('search', () => {
  test('prints rank, source and passage', async () => {
    expect(await runFake(['search', '公园'], answering)).toEqual({
      ...ended,
      stdout: '1. 《澄州日报》2023年2月10日第3版《安溪县公布民生实事》\n   今年新建公园两座。\n',
    });
  });

  test('--json is one line with the keys in the order of the contract', async () => {
    const { stdout } = await runFake(['search', '公园', '--json'], answering);
    expect(stdout).toBe(
      '{"id":null,"query":"公园","hits":[{"rank":1,"score":0.5,"articleId":"a1","sourceId":null,"chunkId":7,' +
        '"newspaper":"澄州日报","issueDate":"2023-02-10","page":"3","headline":"安溪县公布民生实事",' +
        '"text":"今年新建公园两座。","start":0,"end":9}],' +
        '"understood":{"from":null,"to":null,"places":[],"reason":null},"notes":[]}\n',
    );
  });

  test('asks for ten passages unless told otherwise', async () => {
    const limits: number[] = [];
    const search = async (_: Question, limit: number) => {
      limits.push(limit);
      return searchAnswer;
    };
    await runFake(['search', '公园'], { app: { service: { search } } });
    await runFake(['search', '公园', '--limit', '3'], { app: { service: { search } } });
    expect(limits).toEqual([10, 3]);
  });

  test('--explain tells what each score is made of, also in JSON', async () => {
    const { stdout } = await runFake(['search', '公园', '--explain'], answering);
    expect(stdout).toMatch(/\n {3}得分 0\.500：字词 1\.00（\+0\.500）\n$/);
    const json = await runFake(['search', '公园', '--explain', '--json'], answering);
    expect(JSON.parse(json.stdout).hits[0].parts).toEqual([{ feature: 'words', value: 1, points: 0.5 }]);
  });

  test('shows a text that two newspapers printed once, with both sources', async () => {
    const [hit] = searchAnswer.hits;
    if (!hit) throw new Error('The fake search has no hit.');
    const article = { ...hit.article, articleId: 'a2', newspaper: '汀阳晚报' };
    const hits = [hit, { ...hit, rank: 2, article, reprintOf: hit.article.articleId }];
    const app = { service: { search: async () => ({ ...searchAnswer, hits }) } };
    const { stdout } = await runFake(['search', '公园'], { app });
    expect(stdout.match(/今年新建公园两座。/g)).toHaveLength(1);
    expect(stdout).toContain('又见：《汀阳晚报》2023年2月10日第3版《安溪县公布民生实事》');
    const json = await runFake(['search', '公园', '--json'], { app });
    const reprints = JSON.parse(json.stdout).hits.map((one: { reprintOf?: string }) => one.reprintOf);
    expect(reprints).toEqual([undefined, 'a1']);
  });
});
