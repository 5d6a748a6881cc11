import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDayWords, parseFileFacts } from '../ingest/pages/issue/file-facts.js';

describe('parseFileFacts', () => {
  it.each([
    ['澄州日报_2023-02-10_03版.txt', '澄州日报', '2023-02-10', '3'],
    ['/archive/澄州日报/2023-02-10/03版.txt', '澄州日报', '2023-02-10', '3'],
    ['/archive/澄州日报/2023-02/10/3版.txt', '澄州日报', '2023-02-10', '3'],
    ['澄州日报/2023年02月/10/第四版.txt', '澄州日报', '2023-02-10', '4'],
    ['澄州日报/2023年/2月/10日.txt', '澄州日报', '2023-02-10', null],
    ['澄州日报/2023/02/10/03.txt', '澄州日报', '2023-02-10', '3'],
    ['澄州日报/2023/02/10.txt', '澄州日报', '2023-02-10', null],
    ['澄州日报/2023/0210/03版.txt', '澄州日报', '2023-02-10', '3'],
    ['汀阳晚报/20240206/05.txt', '汀阳晚报', '2024-02-06', '5'],
    ['汀阳晚报/2023-02/2023-02-10_A06.txt', '汀阳晚报', '2023-02-10', 'A06'],
    ['汀阳晚报 2023年9月1日 第3版.txt', '汀阳晚报', '2023-09-01', '3'],
    ['2023年9月1日汀阳晚报.txt', '汀阳晚报', '2023-09-01', null],
    ['二〇二三年九月一日 汀阳晚报.txt', '汀阳晚报', '2023-09-01', null],
    ['澄州日报/2023年11月15日/第04版.txt.gz', '澄州日报', '2023-11-15', '4'],
    ['20191002-02-01.txt', null, '2019-10-02', '2'],
    ['20191002-02.txt', null, '2019-10-02', '2'],
    ['2023.02.10.txt', null, '2023-02-10', null],
    ['CZRB20230210A03.txt', null, '2023-02-10', 'A03'],
    ['备份2020-01-01/2023-02-10.txt', null, '2023-02-10', null],
    ['002_f9a4c3c1b52d9922.txt', null, null, null],
    ['20231399.txt', null, null, null],
    ['订单120230210号.txt', null, null, null],
    ['汀阳天气预报.txt', null, null, null],
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

  it('takes a page number behind year and month for no day', () => {
    expect(parseFileFacts('澄州日报/2023-02/3版.txt')).toEqual({
      newspaper: '澄州日报',
      date: null,
      page: '3',
    });
  });

  it('knows no day where one name holds two', () => {
    expect(parseFileFacts('2023-02-10至2023-02-12.txt').date).toBeNull();
  });

  it('gives the words that tell the day', () => {
    expect(findDayWords('/archive/澄州日报/2023-02/10/3版.txt')).toBe('2023-02/10');
    expect(findDayWords('甲.txt')).toBeNull();
  });

  it('names no year that does not stand in the path', () => {
    const name = fc.stringMatching(/^[0-9_年月日版A-D-]{0,14}$/u);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), (names) => {
        const path = `${names.join('/')}.txt`;
        const { date } = parseFileFacts(path);
        expect(date === null || path.includes(date.slice(0, 4))).toBe(true);
      }),
    );
  });
});
