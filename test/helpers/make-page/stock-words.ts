import type { PageLook } from './made-page.js';
import type { Random } from './random.js';

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华文玉建国婷雪琳晨宇浩欣怡博雅俊峰志远'];
/** Names of people that nobody bears in particular. */
export function inventName(random: Random): string {
  const given = random.chance(0.3) ? '' : random.pick(GIVEN);
  return random.pick(SURNAMES) + random.pick(GIVEN) + given;
}

/** Names of two characters are printed as wide as those of three on some pages: 甄 珍. */
export const printName = (name: string, look: PageLook) =>
  look.paddedNames && name.length === 2 ? `${name[0]} ${name[1]}` : name;

export const COUNTIES = ['青沙县', '临川区', '沙河口区', '云梦县', '南岭区', '白石县', '开阳县', '东湖新区'];
export const LABELS = [
  '政务动态',
  '乡村行·看振兴',
  '关注两会',
  '高质量办好民生实事',
  '一线见闻',
  '记者走基层',
];
export const ESSAY_LABELS = ['【澄州论坛】', '澄州论坛', '今日评说', '街谈巷议'];
const SLOGANS = ['建设美丽幸福澄州', '新时代 新征程 新伟业', '全力创建文明城市', '同心共筑中国梦'];
export const CROSSHEADS = [
  '多措并举 破解难题',
  '压实责任，确保见效',
  '党建引领聚合力',
  '精准施策暖民心',
  '补齐短板',
  '从“有没有”到“好不好”',
  '项目为王 以干促变',
  '久久为功 行稳致远',
];
export const OFFICES = ['市供水公司', '市信访局', '市公安局交警支队', '市第二人民医院', '市不动产登记中心'];

/** What stands on a page beside its articles. */
export function inventFurniture(random: Random): { top: string[]; foot: string[] } {
  const month = random.integer(1, 12);
  const day = random.integer(1, 28);
  const weekday = random.pick([...'一二三四五六日']);
  const masthead = random.pick([
    ['澄州日报', `2023年${month}月${day}日 星期${weekday}`],
    [
      `2023年${month}月${day}日 星期${weekday} 第${random.integer(1200, 19000)}号 今日${random.pick([4, 8])}版`,
    ],
    [`0${random.integer(2, 8)}`, random.pick(['要闻', '综合新闻', '民生·社会'])],
  ]);
  const foot = random.pick([
    [`责任编辑 ${inventName(random)} 美编 ${inventName(random)}`],
    [`责编：${inventName(random)} 校对：${inventName(random)}`, '电子邮箱：czrb@example.com'],
    ['新闻热线：0000-1234567'],
  ]);
  const slogan = random.pick(SLOGANS).replace(/ /g, '');
  return { top: masthead, foot: random.chance(0.4) ? [...foot, slogan + slogan] : foot };
}
