import { describe } from 'vitest';
import { describeArrivals } from './store-arrival-cases.js';
import { describeFiles } from './store-file-cases.js';
import { describeLists, describeRemoval } from './store-list-cases.js';
import { describeSearch } from './store-search-cases.js';
import type { OpenedStore } from './store-use.js';
import { describeVectors } from './store-vector-cases.js';
import { describeWalls } from './store-wall-cases.js';

/** What every store has to do, whatever it is made of. */
export function describeStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name}: files`, () => describeFiles(open));
  describe(`${name}: arrivals`, () => describeArrivals(open));
  describe(`${name}: removal`, () => describeRemoval(open));
  describe(`${name}: search`, () => describeSearch(open));
  describe(`${name}: walls`, () => describeWalls(open));
  describe(`${name}: vectors`, () => describeVectors(open));
  describe(`${name}: lists`, () => describeLists(open));
}
