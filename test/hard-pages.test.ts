import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeApart } from '../ingest/pages/take-apart.js';

/** Articles of a page as [headline, first characters of the body, last ones]. */
const read = (...lines: string[]) => takeApart(lines.join('\n\n')).articles.map(({ article }) => article);

const BRIDGE = [
  '本报讯 2月9日，澄水石渡大桥工地传来消息，大桥两座主墩全部封顶，渡口两岸的群众盼了多年的通道又近了一步。',
  '石渡大桥的桥面将铺设双向四车道，渡口两岸的柑橘从此不必再排队等船，澄水上的轮渡也将退出历史。',
  '项目部介绍，大桥钢箱梁已经运抵澄水南岸，主墩之间的挂篮正在拼装，汛期之前将完成石渡一侧的合龙。',
];
const LIST = [
  '本报讯 2月9日，青沙县公布今年要办好的民生实事。一是新建幼儿园两所；二是改造农村公路五十八公里；三是新增停车位',
  '老年助餐点十八个；七是治理青石沟；八是实施县医院迁建。',
];

describe('takeApart, where columns have been mixed', () => {
  it('gives each of two interleaved articles its own paragraphs', () => {
    const [bridge, list] = read(
      '石渡大桥主墩封顶',
      BRIDGE[0] ?? '',
      LIST[0] ?? '',
      BRIDGE[1] ?? '',
      BRIDGE[2] ?? '',
      '(甲一、乙二)',
      '青沙县民生实事公布',
      LIST[1] ?? '',
      '(丙三、丁四)',
    );
    expect(bridge).toMatchObject({ headline: '石渡大桥主墩封顶', byline: '甲一、乙二' });
    expect(bridge?.body).toBe(BRIDGE.join('\n'));
    expect(list).toMatchObject({ headline: '青沙县民生实事公布', byline: '丙三、丁四', truncated: 'middle' });
    expect(list?.body).toBe(LIST.join('\n'));
  });

  it('puts a sentence together again that a column break cut in a word', () => {
    const whole = `本报讯 2月9日，${'县里召开项目推进会，部署全年的重点工作，'.repeat(4)}要求各乡镇抓好落实。`;
    const [article] = read('项目推进会召开', whole.slice(0, 70), whole.slice(70), '(甲一)');
    expect(article?.body).toBe(whole);
  });

  it('puts a short line together again that breaks off in a word, and leaves a crosshead alone', () => {
    const [first, second] = [
      '在提升城区品质方面，努力实施总投资九亿元的县',
      '城老旧小区及周边管网改造，年内完工六个小区。',
    ];
    const lead = '本报讯 2月9日，县里召开项目推进会，部署全年的重点工作，要求各乡镇抓好落实。';
    const crosshead = '教育为本，点亮一座县城的未来之光芒';
    const end = '会议要求，县城的小学和乡镇的小学结成对子，教育项目的老师每周到乡镇上课两天，年内覆盖全县。';
    const [article] = read('项目推进会召开', lead, first ?? '', second ?? '', crosshead, end, '(甲一)');
    expect(article?.body).toBe([lead, `${first}${second}`, crosshead, end].join('\n'));
  });

  it('says where the end is not on the page, and joins nothing to it', () => {
    const cut = `本报讯 2月9日，${'市里召开安全生产会议，'.repeat(5)}坚定不移`;
    const articles = read(
      '安全生产会议召开',
      cut,
      '图书馆新馆开馆',
      '本报讯 2月9日，市图书馆新馆开馆，藏书三十万册。',
    );
    expect(articles).toHaveLength(2);
    expect(articles[0]).toMatchObject({ truncated: 'end', body: cut });
  });
});

describe('takeApart, where headlines are not above their bodies', () => {
  const SCHOOL =
    '本报讯(记者 甲一) 2月9日，城南小学启用新校舍，操场铺上了塑胶跑道，一千二百名学生搬进新教室上课。';
  const ROADS = '本报讯(记者 乙二) 2月9日，青沙县三条农村公路通车，沿线十一个村的村民出行不再绕道。';

  it('finds headlines that stand below, by what they say', () => {
    const articles = read(SCHOOL, ROADS, '城南小学学生搬进新教室', '农村公路通车 村民出行不再绕道');
    expect(articles.map(({ headline }) => headline)).toEqual([
      '城南小学学生搬进新教室',
      '农村公路通车 村民出行不再绕道',
    ]);
  });

  it('takes a column label for no headline', () => {
    const [article] = read('民生视窗', '城南小学学生搬进新教室', SCHOOL);
    expect(article).toMatchObject({ column: '民生视窗', headline: '城南小学学生搬进新教室' });
  });

  it('keeps crossheads inside the article', () => {
    const paragraph =
      '县里把办学条件摆在前面，三年里新建和改建学校九所，添置课桌椅四千套，城乡学校的差距越来越小。';
    const articles = read(
      '办好家门口的学校',
      '□ 本报记者 甲一',
      paragraph,
      '教育为本 点亮未来',
      paragraph,
      paragraph,
    );
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ headline: '办好家门口的学校', byline: '记者 甲一' });
    expect(articles[0]?.body).toContain('\n教育为本 点亮未来\n');
  });
});

describe('takeApart, of what is no report', () => {
  it.each([
    [
      'with its credit on a line of its own',
      ['2月9日，交警在雪中疏导交通，几名志愿者帮着推车。', '甲一一 摄'],
      '甲一一 摄',
    ],
    [
      'with its credit behind it',
      ['2月9日，交警在雪中疏导交通。图为志愿者帮着推车。 记者 王小雨 摄'],
      '记者 王小雨 摄',
    ],
  ])('tells a photo caption %s', (_, lines, byline) => {
    const [report, caption] = read('城南小学启用', '本报讯 2月9日，城南小学启用新校舍。', '(乙二)', ...lines);
    expect(report?.kind).toBe('brief');
    expect(caption).toMatchObject({ kind: 'photo-caption', headline: null, byline });
  });

  it('tells two notices apart, each with who signed it', () => {
    const articles = read(
      '停水公告',
      '因管道检修，青沙县城北部分小区停水，请提前储水。',
      '青沙县供水公司',
      '2023年2月10日',
      '公告',
      '青沙县医院空调维修项目现公开邀请有资质的单位前来参加谈判。',
      '青沙县医院',
      '2023年2月10日',
    );
    expect(articles.map(({ kind, headline, byline }) => [kind, headline, byline])).toEqual([
      ['notice', '停水公告', '青沙县供水公司 2023年2月10日'],
      ['notice', '公告', '青沙县医院 2023年2月10日'],
    ]);
  });
});

describe('takeApart', () => {
  it('leaves a page that is one article one, however long', () => {
    const sentence = fc.constantFrom(
      '县里召开会议部署工作。',
      '各乡镇汇报了进展，并提出了下一步的打算。',
      '会议强调要抓好落实。',
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(sentence, { minLength: 3, maxLength: 9 }), { minLength: 1, maxLength: 12 }),
        (paragraphs) => {
          const body = paragraphs.map((sentences) => sentences.join(''));
          const { articles } = takeApart(
            ['县里部署全年工作', `本报讯 ${body[0]}`, ...body.slice(1), '(甲一)'].join('\n\n'),
          );
          expect(articles.map(({ article }) => article.headline)).toEqual(['县里部署全年工作']);
        },
      ),
    );
  });
});
