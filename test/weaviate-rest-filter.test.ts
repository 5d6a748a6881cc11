import { expect, it } from 'vitest';
import { above, and, anyOf, equal, idIn, not } from '../src/store/weaviate/filter-value.js';
import { toWhere } from '../src/store/weaviate/rest-filter.js';

it.each([
  [equal('path', 'a.txt'), { operator: 'Equal', path: ['path'], valueText: 'a.txt' }],
  [above('number', 7), { operator: 'GreaterThan', path: ['number'], valueInt: 7 }],
  [anyOf('number', [1, 2]), { operator: 'ContainsAny', path: ['number'], valueIntArray: [1, 2] }],
  [idIn(['u']), { operator: 'ContainsAny', path: ['id'], valueTextArray: ['u'] }],
  [
    not(equal('epoch', 'x')),
    { operator: 'Not', operands: [{ operator: 'Equal', path: ['epoch'], valueText: 'x' }] },
  ],
])('writes %o as the REST interface has it', (condition, expected) => {
  expect(toWhere(condition)).toEqual(expected);
});

it('writes conditions that hold together as operands', () => {
  const both = and(equal('a', 'x'), equal('b', 'y'));
  expect(both && toWhere(both)).toMatchObject({
    operator: 'And',
    operands: [{ path: ['a'] }, { path: ['b'] }],
  });
});
