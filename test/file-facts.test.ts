import { describe, expect, it } from 'vitest';
import { parseFileFacts } from '../ingest/pages/file-facts.js';

describe('parseFileFacts', () => {
  it.each([
    ['澄州日报_2023-02-10_03版.txt', '澄州日报', '2023-02-10', '3'],
    ['/archive/澄州日报/2023-02-10/03版.txt', '澄州日报', '2023-02-10', '3'],
    ['/archive/澄州日报/2023-02/10/3版.txt', '澄州日报', '2023-02-10', '3'],
    ['汀阳晚报/20240206/05.txt', '汀阳晚报', '2024-02-06', '5'],
    ['汀阳晚报/2023-02/2023-02-10_A06.txt', '汀阳晚报', '2023-02-10', 'A06'],
    ['汀阳晚报 2023年9月1日 第3版.txt', '汀阳晚报', '2023-09-01', '3'],
    ['澄州日报/2023年11月15日/第04版.txt.gz', '澄州日报', '2023-11-15', '4'],
    ['002_f9a4c3c1b52d9922.txt', null, null, null],
    ['20231399.txt', null, null, null],
    ['订单120230210号.txt', null, null, null],
  ])('reads %s', (path, newspaper, date, page) => {
    expect(parseFileFacts(path)).toEqual({ newspaper, date, page });
  });

  it('takes no fact from folders far above the file', () => {
    expect(parseFileFacts('/旧日报/2001-01-01/a/b/c/page.txt')).toEqual({
      newspaper: null,
      date: null,
      page: null,
    });
  });
});
