import { describe, expect, it } from 'vitest';
import { takeApart } from '../ingest/pages/take-apart.js';

const read = (lines: readonly string[]) =>
  takeApart(lines.join('\n\n')).articles.map(({ article }) => article);

const WATER = '因管道检修，青沙县城北部分小区将于近日停水二十四小时，请各用户提前储水，不便之处敬请谅解。';
const ROOF = '青沙县医院屋面防水工程现公开邀请有资质的施工单位前来报名，报名时请带营业执照副本。';
const SCHOOL = '本报讯(记者 甲一) 2月9日，城南小学启用新校舍，一千二百名学生搬进新教室上课。';

describe('takeApart, of notices', () => {
  it.each([
    ['and the day below it', ['青沙县供水公司', '2023年2月10日'], '青沙县供水公司 2023年2月10日'],
    ['with the day on the same line', ['青沙县供水公司　2023年2月10日'], '青沙县供水公司2023年2月10日'],
    ['and a day without its year', ['青沙县供水公司', '2月10日'], '青沙县供水公司 2月10日'],
    [
      'and a day in Chinese numerals',
      ['青沙县供水公司', '二〇二三年二月十日'],
      '青沙县供水公司 二〇二三年二月十日',
    ],
  ])('knows who signed it %s', (_, closing, byline) => {
    expect(read(['停水公告', WATER, ...closing])).toMatchObject([
      { kind: 'notice', headline: '停水公告', byline, body: WATER },
    ]);
  });

  it('knows one by its headline that nobody has signed', () => {
    expect(read(['遗失声明', '居民甲一不慎遗失房屋所有权证，特此声明作废。'])).toMatchObject([
      { kind: 'notice', headline: '遗失声明', byline: null },
    ]);
  });

  it('keeps the words that close it in the body', () => {
    const [notice] = read(['停水公告', WATER, '特此公告', '青沙县供水公司', '2023年2月10日']);
    expect(notice?.body).toBe(`${WATER}\n特此公告`);
  });

  it('ends with its day: what follows is another', () => {
    const lines = [
      '停水公告',
      WATER,
      '青沙县供水公司',
      '2023年2月10日',
      '招标公告',
      ROOF,
      '青沙县医院',
      '2023年2月11日',
    ];
    expect(read(lines).map(({ headline, byline, body }) => [headline, byline, body])).toEqual([
      ['停水公告', '青沙县供水公司 2023年2月10日', WATER],
      ['招标公告', '青沙县医院 2023年2月11日', ROOF],
    ]);
  });

  it('takes nothing from the report above it', () => {
    const [report, notice] = read([
      '城南小学搬进新校舍',
      SCHOOL,
      '停水公告',
      WATER,
      '青沙县供水公司',
      '2023年2月10日',
    ]);
    expect(report).toMatchObject({ headline: '城南小学搬进新校舍', kind: 'brief', body: SCHOOL });
    expect(notice).toMatchObject({ headline: '停水公告', kind: 'notice' });
  });

  it('is not what a chronicle’s days make', () => {
    const lines = [
      '石渡大桥纪事',
      '2021年3月1日',
      '大桥开工，首根桩基开钻。',
      '2022年9月8日',
      '两座主墩封顶，合龙在望。',
    ];
    expect(read(lines).map(({ kind }) => kind)).not.toContain('notice');
  });
});
