import { expect, it } from 'vitest';
import { byId, byProperty, byScore, mergeAnswers, mergeCounts } from '../src/store/weaviate/merge-answers.js';
import { NOT_SEARCHED, type Stored } from '../src/store/weaviate/stored.js';

const stored = (id: string, more: Partial<Stored> = {}): Stored => ({
  ...{ id, properties: {}, ...NOT_SEARCHED, updated: 0, isAgreed: true },
  ...more,
});
const idsOf = (found: readonly Stored[]) => found.map(({ id }) => id).join('');

it('leaves the answer of one node as it is', () => {
  expect(idsOf(mergeAnswers([[stored('b'), stored('a')]], byId, 1))).toBe('ba');
});

it.each([
  ['in the order of the ids, as many as were asked for', byId, 3, 'abc'],
  ['without an order, all', null, 1, 'bdac'],
])('puts together what two nodes found, %s', (_, order, limit, expected) => {
  const answers = [
    [stored('b'), stored('d')],
    [stored('a'), stored('b'), stored('c')],
  ];
  expect(idsOf(mergeAnswers(answers, order, limit))).toBe(expected);
});

it('keeps the best by score and the first by number of either node', () => {
  const one = [stored('a', { score: 3, properties: { number: 5 } })];
  const other = [stored('b', { score: 4, properties: { number: 7 } })];
  expect(idsOf(mergeAnswers([one, other], byScore, 1))).toBe('b');
  expect(idsOf(mergeAnswers([one, other], byProperty('number'), 1))).toBe('a');
});

it('takes the copy that the nodes agree on', () => {
  const stale = [stored('a', { isAgreed: false, properties: { epoch: 'x' } })];
  const agreed = [stored('a', { properties: { epoch: '' } })];
  expect(mergeAnswers([stale, agreed], byId, 5)).toEqual(agreed);
});

it('counts of each key what the node counted that has more', () => {
  const counts = [new Map([['甲', 2]]), new Map([['甲', 3]]), new Map([['乙', 1]])];
  expect(Object.fromEntries(mergeCounts(counts))).toEqual({ 甲: 3, 乙: 1 });
});
