import type { Value } from './value.js';

/** A word that says which way something goes, or what it is compared with. */
export type Direction = Value & { kind: 'direction'; group: 'way' | 'compared'; side: string };

const WORDS: readonly [Direction['group'], string, RegExp][] = [
  [
    'way',
    'up',
    /增长|增加|上升|上涨|提高|提升|扩大|增至|升至|涨至|回升|走高|攀升|增幅|涨幅|高于|多于|[增升涨](?=\d|了|幅|到|至|为)/gu,
  ],
  [
    'way',
    'down',
    /下降|减少|下跌|降低|缩小|下滑|降至|减至|跌至|回落|走低|降幅|跌幅|低于|少于|[降减跌](?=\d|了|幅|到|至|为)/gu,
  ],
  ['compared', 'last year', /同比/gu],
  ['compared', 'last month', /环比/gu],
];

/** 增长 and 下降, 同比 and 环比 in a folded text. */
export function findDirections(folded: string): Direction[] {
  const found = WORDS.flatMap(([group, side, pattern]) =>
    [...folded.matchAll(pattern)].map(({ 0: word, index }) => ({
      kind: 'direction' as const,
      group,
      side,
      start: index,
      end: index + word.length,
    })),
  );
  return found.sort((a, b) => a.start - b.start);
}
