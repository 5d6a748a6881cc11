import fc from 'fast-check';
import { wrap } from './arbitrary-page.js';

/** A page that is one article, and what a reader sees in it. */
export type ArticlePage = { page: string; headline: string; body: string[]; setting: Setting };

const BRIDGE = [
  '石渡大桥横跨澄水，全长1200米，总投资3.6亿元。',
  '大桥两座主墩已经封顶，挂篮正在拼装，汛期之前将完成石渡一侧的合龙。',
  '“盼了多少年的通道，眼看就要通了！”石渡镇渡口村村民李四海说。',
  '渡口的轮渡每天只开6个班次，遇上大雾就停航，学生上学、老人看病都要绕道30公里。',
  '大桥通车以后，澄水两岸的柑橘当天就能运到城里，运费每吨少花80元。',
  '项目部把20名技术员分到各个工点，钢箱梁吊装一次合格率达100%。',
  '县交通局负责人介绍，大桥引道沿线要征地210亩，涉及渡口村的67户，补偿款已经全部发放；安置房3月底交钥匙。',
  '记者在大桥工地看到，塔吊转动，焊花飞溅，工人们正在绑扎桥面的钢筋。',
];
const CROSSHEADS = ['盼了多年的桥', '两岸牵起手来', '通车之后的打算', '一座桥，两岸情'];
const ITEMS = ['二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].map(
  (number) => `${number}是为石渡大桥沿线第${number}村修通引道`,
);

const story = fc
  .array(fc.subarray(BRIDGE, { minLength: 2, maxLength: 5 }), { minLength: 3, maxLength: 9, size: 'max' })
  .map((paragraphs) => paragraphs.map((sentences) => sentences.join('')));

/** What may stand in the midst of an article and begins no other one. */
const midst = fc.constantFrom<string[]>(
  [],
  [CROSSHEADS[0] ?? ''],
  [`大桥引道沿线要办好十二件事：一是为石渡大桥沿线征地拆迁；`, ...ITEMS.map((item) => `${item}；`)],
  [`大桥引道沿线要办好十二件事：`, ...ITEMS],
  ['当天的报纸在头版写道：“本报讯 石渡大桥开工。”这张报纸至今贴在渡口村村委会的墙上。'],
  ['对石渡大桥有什么建议，可以发到 bridge@example.com，也可以拨打0351-1234567。'],
  ['大桥用上了BIM技术和5G网络，监测软件BridgeWatch每10分钟上传一次数据。'],
);

type Setting = 'a paragraph a line' | 'print lines' | 'print lines set apart' | 'one line';

/** One article with its headline, however it is signed and set; what is set in one line has nothing in its midst. */
export const articlePage: fc.Arbitrary<ArticlePage> = fc
  .record({
    deck: fc.constantFrom<string[]>([], ['——写在石渡大桥封顶之际']),
    signed: fc.constantFrom('opening', 'above', 'below', 'not'),
    story,
    midst,
    at: fc.nat(),
    setting: fc.constantFrom<Setting>(
      'a paragraph a line',
      'print lines',
      'print lines set apart',
      'one line',
    ),
    width: fc.integer({ min: 12, max: 22 }),
  })
  .map(({ deck, signed, story, midst, at, setting, width }) => {
    const headline = '石渡大桥主墩封顶';
    const opening = signed === 'opening' ? '本报讯(记者 甲一) ' : signed === 'above' ? '' : '本报讯 ';
    const [first = '', ...others] = story;
    const body = [`${opening}2月9日，${first}`, ...others];
    body.splice(1 + (at % (body.length - 1)), 0, ...midst);
    const above = [headline, ...deck, ...(signed === 'above' ? ['□ 本报记者 甲一'] : [])];
    const below = signed === 'below' ? ['(甲一、乙二)'] : [];
    const set = {
      'a paragraph a line': () => body,
      'print lines': () => body.flatMap((text) => wrap(`　　${text}`, width)),
      'print lines set apart': () => body.flatMap((text) => wrap(`　　${text}`, width)),
      'one line': () => [body.join('')],
    }[setting]();
    const between = setting === 'print lines' ? '\n' : '\n\n';
    return { page: [...above, ...set, ...below].join(between), headline, body, setting };
  });
