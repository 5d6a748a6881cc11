import { expect, it } from 'vitest';
import type { Evidence } from '../src/answer/evidence/evidence.js';
import { measureAnswerable } from '../src/answer/evidence/measure-answerable.js';
import { understand } from '../src/query/understand.js';

const query = understand(
  { question: '青河大桥总投资多少', askedOn: '2024-11-25', filter: {}, history: [] },
  [],
);

function evidence(articleId: string, inContext: number, hit: number, agreement = 0): Evidence {
  const features = { inContext, hit, agreement } as Evidence['features'];
  const article = { articleId, headline: null } as Evidence['article'];
  const text = '青河大桥总投资3亿元。';
  const value = { start: 7, end: 10 };
  return { article, text, values: [value], answerAt: value, features, score: 0.5 } as unknown as Evidence;
}

it('an answer stands alone where other articles hold the question’s words and none agrees', () => {
  const best = evidence('a', 0.9, 0.8);
  const others = [
    evidence('b', 0.7, 0.5),
    evidence('b', 0.2, 0.5),
    evidence('c', 0.6, 0.3),
    evidence('d', 0.1, 0.1),
  ];
  const measured = measureAnswerable(query, best, [best], [best, ...others]);
  expect(measured.crowd).toBeCloseTo(Math.log(3));
  expect(measured.alone).toBeCloseTo(Math.log(3));
  expect(measured.othersContext).toBeCloseTo((0.7 + 0.6 + 0.1) / 3);
  expect(measured.leadOfHit).toBeCloseTo(0.8 - (0.5 + 0.3 + 0.1) / 3);
  const agreed = evidence('a', 0.9, 0.8, 0.75);
  expect(measureAnswerable(query, agreed, [agreed], [agreed, ...others]).alone).toBeCloseTo(Math.log(3) / 4);
});

it('an only article has no others beside it', () => {
  const best = evidence('a', 0.9, 0.8);
  const measured = measureAnswerable(query, best, [best], [best]);
  expect(measured).toMatchObject({
    crowd: 0,
    alone: 0,
    othersContext: 0,
    leadOfHit: 0.8,
    headed: 0,
    asksValue: 1,
  });
});
