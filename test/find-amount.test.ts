import { describe, expect, it } from 'vitest';
import { findAmount } from '../src/answer/kinds/find-amount.js';

describe('findAmount', () => {
  it.each([
    [
      'right behind what is measured',
      '大桥全长1260米，总投资3.8亿元，增加2000万元。',
      '投资',
      '3.8亿元',
      3.8e8,
    ],
    ['right before it', '全县办好七件民生实事，涉及3个乡。', '实事', '七件', 7],
    ['the only one', '新增电梯45部。', '加装', '45部', 45],
    ['what it has grown to', '助餐点已由32个增加到47个。', '助餐点', '47个', 47],
    ['money', '全长23公里，票价3元，每天28班。', '元', '3元', 3],
  ])('finds the amount %s', (_, text, measured, said, value) => {
    expect(findAmount(text, measured)).toMatchObject({ said, value });
  });

  it.each([
    ['none', '大桥已经通车。', '投资'],
    ['several of other things', '全长23公里，设站16座，近30公里。', '投资'],
    ['no money', '每天28班，全长23公里。', '元'],
  ])('leaves it open where there are %s', (_, text, measured) => {
    expect(findAmount(text, measured)).toBeNull();
  });
});
