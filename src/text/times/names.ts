import { TO } from './numerals.js';
import { matchAt } from './reading.js';

/**
 * Words that begin like a time and are none, by their first characters. The rest of what people call things (五一路,
 * 三八妇女节表彰) is told apart where the time is read, by what follows.
 */
const NAMES: Record<string, string> = {
  今: '今日(?:头条|说法|关注|资本|时代)|今晚报|今天(?=津|然气)|今年轻|今年级',
  昨: '昨日(?:重现|黄花)',
  明: '明日(?:之星|之子|方舟|黄花|科技)|明天(?=然气|系)',
  前: '前天(?=津|然|窗|空|文|地|桥)|前日(?=本|常|均|报|益|后)|前年(?=度|均|轻|级|龄)',
  后: '后天(?=性|下(?!午)|努力|养成|形成|培养|因素|环境|津|然|空)|后年(?=度|均|轻|级)',
  上: '上周(?=庄|口|村|围|边|期|游|岁|转|身|折|到|全|密|知|年|旋|遭)|上月(?=球|亮|牙|台|光|色|坛)',
  下: '下周(?=庄|口|村|围|边|期|游|岁|转|身|折|到|全|密|年|旋|遭)|下月(?=球|亮|牙|台|光|色)',
  本: '本周(?=刊|期|边|围)|本月(?=刊)|本年(?=代|报)',
  周: `周日(?=报|均)|周[一二三四五六日天](?:${TO}|、|和)(?:周|星期)?[一二三四五六日天]|周[一二三四五六](?=[围平良涛民鸣新福兴贵珍珠娘])`,
  星: `星期[一二三四五六日天](?:${TO}|、|和)(?:周|星期)?[一二三四五六日天]`,
  二: '二月河',
  七: '七月流火',
  八: '八月桂花',
  十: '十月革命|十二月党',
  四: '四月天',
  五: '五月天',
  历: '历史上的今天',
  年: '年中无休',
  国: '国庆典',
};

const PATTERNS = new Map(
  Object.entries(NAMES).map(([first, names]) => [first, new RegExp(`(?:${names})`, 'uy')]),
);

/** Every year, every week; and years that only the text before could tell: 同年5月. With the time behind them they say no when. */
const RECURRING =
  /(?:每|历|逐|当|同|次|翌|往|常)年(?:的|农历)?|(?:每|当|同|次|逐)个?月的?|每逢|每个?(?=周|星期|礼拜)|逢(?=周|年|农历)/uy;

/** The end of a name that begins at `at`; `at` itself where none does. */
export function skipName(text: string, at: number): number {
  const pattern = PATTERNS.get(text[at] ?? '');
  return at + (pattern ? (matchAt(pattern, text, at)?.[0].length ?? 0) : 0);
}

/** The end of 每年, 同年, 每月, 每 before 周一; `at` itself where nothing recurs. */
export function skipRecurring(text: string, at: number): number {
  return at + (matchAt(RECURRING, text, at)?.[0].length ?? 0);
}

const NUMERALS = '0-9一二三四五六七八九十百千万亿零〇几数';

/** What stands before a first character where it belongs to another word: 说明天然气, 目前天气, 马路上周围, 第3版. */
const GLUED: Record<string, RegExp> = {
  今: /[如当迄现]/u,
  明: /[清文透声说表证光聪发黎简鲜英昭高贤神阐注申写李王张晓小建志]/u,
  前: /[之以目此先生产空提战会饭课门眼年月日周节赛人向往午史朝胸跟身桌台幕床窗榜超]/u,
  去: /[过失除离]/u,
  本: /[日成基根资样文剧课原版标书脚读范摹一]/u,
  上: /[早晚路网会街身天地线以马之村楼船手岸海湖河江山车席台桌墙脸心头加赶遇迎献送版史床塔纸书穿戴]/u,
  下: /[地天乡线以之楼脚手门笔留剩余如桥树旗名底]/u,
  后: new RegExp(`[之以然今最先此会节假落前身背幕往饭课战事善${NUMERALS}]`, 'u'),
  年: new RegExp(`[少青中老新过百近每当同往历多壮忘${NUMERALS}]`, 'u'),
  月: new RegExp(`[个每当同次正腊蜜满岁元${NUMERALS}]`, 'u'),
  周: new RegExp(`[每整四逢双单各首末多满周半两本${NUMERALS}]`, 'u'),
  星: new RegExp(`[每个整逢各${NUMERALS}]`, 'u'),
  近: /[用时达了历经将隔长接附靠亲邻临]/u,
  过: /[经通超路]/u,
  国: /[中全各外英美法德我]/u,
  春: /[青]/u,
  两: /[第一二三四五六七八九十百千万0-9]/u,
};
/** Behind these a time begins, whatever their last character glues to elsewhere: 太原本月 is no 原本. */
const ENDS_A_PLACE = /太原|平原|日报|晚报|都市|高原/u;
const NUMERAL_GLUED = new RegExp(`[第${NUMERALS}点.]`, 'u');
/** What counts days and years instead of naming them: 为期3日, 共20年. */
const COUNTS_BEFORE = /[近共约满达过用时期]/u;

/** Whether the character at `at` is the inside of a word or a number that began before it. */
export function isInsideWord(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before === undefined) return false;
  const character = text[at] ?? '';
  if (character >= '0' && character <= '9') return isInsideNumber(text, at, before);
  if ('一二三四五六七八九十'.includes(character)) {
    return NUMERAL_GLUED.test(before) || (before === '到' && text[at - 2] === '不');
  }
  if (ENDS_A_PLACE.test(text.slice(Math.max(0, at - 2), at))) return false;
  return GLUED[character]?.test(before) ?? false;
}

/** 8.5公里, 0351-2023021, 第3版, 为期3日; after a colon a time may begin, after 3: none. */
function isInsideNumber(text: string, at: number, before: string): boolean {
  if (/[0-9第]/.test(before)) return true;
  if (/[.\-/:+×·]/.test(before)) return /[0-9]/.test(text[at - 2] ?? '');
  return COUNTS_BEFORE.test(before) && /[0-9]{1,2}[年日]/uy.test(text.slice(at, at + 3));
}
