import { describe, expect, it } from 'vitest';
import { findKind } from '../ingest/pages/article/find-kind.js';

const signs: Parameters<typeof findKind>[0] = {
  isCaption: false,
  isNotice: false,
  headline: '石渡大桥主墩封顶',
  column: null,
  byline: null,
  contributors: [],
  dateline: null,
  body: '',
};
const LONG = '石渡大桥工地传来消息，大桥两座主墩全部封顶，渡口两岸的群众盼了多年的通道又近了一步。'.repeat(6);
const VERSE = ['我从澄水边走过', '看见桥墩一天天长高', '像是春天的竹子', '顶着一顶安全帽'].join('\n');
const reporter = { name: '甲一', role: 'reporter' } as const;

describe('findKind', () => {
  it.each<[string, string, Partial<typeof signs>]>([
    ['news', 'a long report', { dateline: '本报讯', body: `本报讯 ${LONG}` }],
    ['news', 'a long text of nobody’s', { body: LONG }],
    ['brief', 'a short report', { dateline: '本报讯', body: '本报讯 石渡大桥主墩封顶。' }],
    ['brief', 'a short item without a headline', { headline: null, body: '石渡大桥主墩封顶。' }],
    ['photo-caption', 'what a picture’s credit has signed', { isCaption: true, body: LONG }],
    ['notice', 'what an office has signed', { isNotice: true, body: LONG }],
    ['notice', 'what a notice’s headline stands over', { headline: '关于城北停水的通知', body: LONG }],
    ['poem', 'short lines', { headline: '渡口', body: VERSE }],
    ['news', 'short lines that a reporter has signed', { contributors: [reporter], body: LONG }],
    ['commentary', 'what the commentator signs', { byline: '本报评论员', body: LONG }],
    ['commentary', 'what stands in a column of opinions', { column: '澄水论坛', body: LONG }],
    ['news', 'a report in a column of opinions', { column: '澄水论坛', dateline: '本报讯', body: LONG }],
    ['news', 'what stands in a column of news', { column: '政务动态', body: LONG }],
    ['ad', 'an offer with a telephone', { body: '临街商铺招租，位置好。联系电话：13800000000' }],
    ['brief', 'an offer without a telephone', { body: '临街商铺招租，位置好。' }],
    [
      'news',
      'a report on an offer',
      { dateline: '本报讯', body: `本报讯 ${LONG}优惠热线：0000-1234567。${LONG}` },
    ],
  ])('tells as %s %s', (kind, _, more) => {
    expect(findKind({ ...signs, ...more })).toBe(kind);
  });

  it('takes a table for no poem', () => {
    const body = ['白菜 0.80 0.85', '土豆 1.20 1.25', '豆腐 2.50 2.55', '鸡蛋 4.60 4.65'].join('\n');
    expect(findKind({ ...signs, headline: '菜价', body })).not.toBe('poem');
  });
});
