import type { Span } from './split-sentences.js';
import { tagWords } from './words.js';

/** A pattern of the hundred or so surnames that most Chinese bear, and the commonest of two characters. */
export const SURNAME =
  '(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|[王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧肖冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎闫薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管甄闻阮舒岳戚惠卓封桑柯梅路穆苗仇单滕邝邬匡鲍佟岑裴盛牟米兰燕詹游包项童宁霍尤涂佘符蒲邵温辛褚卜屈解沙劳谷隋敖冼查娄])';
const GIVEN = '[\\p{Script=Han}]{1,2}?';
const OFFICE =
  '(?:书记|主任|主席|市长|县长|区长|镇长|乡长|村长|省长|州长|部长|司长|局长|处长|科长|厅长|院长|校长|园长|所长|站长|队长|会长|行长|社长|馆长|董事长|总经理|经理|总裁|教授|研究员|工程师|医生|专家|发言人|负责人|主讲人|秘书长|委员|代表|总理|总统|首相|教练|导演|演员|作者|编剧|冠军|先生|女士|老师|同志|职工|村民|市民|选手)';
const DOES =
  '(?:应邀|受邀|离职|辞职|卸任|去世|逝世|落马|主持|出席|担任|任|当选|获|率|说|表示|介绍|强调|指出|认为|讲话|告诉|坦言|透露|参加|宣布|执导|主演|饰演|夺|因|在|为|是|等|和|、|，|教授|先生|女士|老师|同志)';

const PERSON = new RegExp(
  `(?<=${OFFICE}[:：、]?)${SURNAME}${GIVEN}(?!\\p{Script=Han}(?:${DOES}))|(?:(?<![\\p{Script=Han}·])|(?<=[的由是为和与及跟同让给被者长员家手将选布命名请见贺败胜阵聘犯人子某院校室会局部委司厅师]))${SURNAME}${GIVEN}(?=${DOES})|[\\p{Script=Han}]{1,6}(?:[·・•－-][\\p{Script=Han}]{1,5})+`,
  'gu',
);
const NAME = new RegExp(`^(?:${SURNAME}[\\p{Script=Han}]{1,2}|[\\p{Script=Han}]{2,6})$`, 'u');
/** Words that the dictionary of names takes for one. */
const NO_NAME =
  /^(?:康复|博士生|研究生|崇高|青少年|航路|兰花|太美|安全|高度|明显|平安|和谐|文明|马上|成功|金牌|金融|金额|元宵|元旦|胜利|严重|明年|明天|明日|强调|小康|时代|东方|项目|华夏|美方|明确|常务|全国|方向|温暖|白酒|黄河|长江|高考|高铁|大奖|成都|宁波|白银|高新|于是|何时|何地|谢谢|阳光|安排|康养|张力|马路|马力|石油|水利|水平|金华|金砖|关于|关注|关键|尚未|向前|包括|包容|万元|万亿|段落|管理|冠军|查明|于今|向阳)$/u;
/** A character that begins what follows a name, not one that a name ends in. */
const BEHIND_NAME = /[将已也曾又都还则就均于与和的是为对向从被把等在让给说任称教老先女]$/u;

/** 李教授 tells no name. */
const TITLE_ALONE = /^\p{Script=Han}(?:教授?|老师?|先生?|女士?|某.?|总|局长?|医生?|主任?)$/u;
/** Who wrote the report is not who it is about. */
const SIGNATURE = /[（(](?:本报|见习|实习)?(?:记者|通讯员)[^）)]*[）)]/gu;

/** Persons: a surname beside an office or before what people do, a foreign name with its dot, or what the dictionary knows. */
export function findPeople(text: string): Span[] {
  const said = text.replace(SIGNATURE, (signature) => ' '.repeat(signature.length));
  const spans = [...said.matchAll(PERSON)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.replace(BEHIND_NAME, '').length,
  }));
  let start = 0;
  for (const { word, tag } of tagWords(said)) {
    const end = start + word.length;
    if (tag.startsWith('nr') && isName(word) && !spans.some((one) => one.start < end && start < one.end))
      spans.push({ start, end });
    start = end;
  }
  return spans
    .filter(({ start, end }) => end - start >= 2 && !TITLE_ALONE.test(text.slice(start, end)))
    .sort((a, b) => a.start - b.start);
}

const isName = (word: string): boolean => word.length >= 2 && NAME.test(word) && !NO_NAME.test(word);
