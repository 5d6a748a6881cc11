import { FOREIGN_NAME, FOREIGN_PIECE, FOREIGN_PLACE, NO_NAME, THING, WORD_SURNAME } from './name-patterns.js';
import { overlaps, withoutOverlap } from './span.js';
import type { Span } from './split-sentences.js';
import { type TaggedWord, tagWords } from './words.js';

/** A pattern of the hundred or so surnames that most Chinese bear, and the commonest of two characters. */
export const SURNAME =
  '(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|[王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧肖冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎闫薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管甄闻阮舒岳戚惠卓封桑柯梅路穆苗仇单滕邝邬匡鲍佟岑裴盛牟米兰燕詹游包项童宁霍尤涂佘符蒲邵温辛褚卜屈解沙劳谷隋敖冼查娄])';
/** Too rare to be looked for in running text, but not where the dictionary cuts a name. */
const RARE_SURNAME =
  '[习宗苻闵晏寇储丛冀蔺揭荣鹿甘曲简饶池巫翁瞿冉粟谌裘缪宓逄亓璩郜郗郏郦郄鄢邸阙阚靳鞠栾桂戎扈晁柏栗湛漆狄班琚祁窦竺綦胥臧艾芮荀莘荆虞蔚贲辜边邰郁奚屠巩刁凌冷卞厉吉房蒙仲隗巢古席宫苑沃伊井敬麻经]';
const GIVEN = '[\\p{Script=Han}]{1,2}?';
const OFFICE =
  '(?:书记|主任|主席|市长|县长|区长|镇长|乡长|村长|省长|州长|部长|司长|局长|处长|科长|厅长|院长|校长|园长|所长|站长|队长|会长|行长|社长|馆长|董事长|总经理|经理|总裁|教授|研究员|工程师|医生|专家|发言人|负责人|主讲人|秘书长|委员|代表|总理|总统|首相|教练|导演|演员|作者|编剧|冠军|先生|女士|老师|同志|职工|村民|市民|选手)';
const DOES =
  '(?:应邀|受邀|被(?!子)|离职|辞职|辞去|卸任|去世|逝世|落马|主持|出席|担任|任|当选|获|率|说|表示|介绍|强调|指出|认为|讲话|告诉|坦言|透露|参加|宣布|执导|主演|饰演|夺|因|在|为|是|等|和|、|，|教授|先生|女士|老师|同志)';

const CHINESE = `(?<=${OFFICE}[:：、]?)${SURNAME}${GIVEN}(?!\\p{Script=Han}(?:${DOES}))|(?:(?<![\\p{Script=Han}·])|(?<=[的由是为和与及跟同让给被受者长员家手将选布命名请见贺败胜阵聘犯人子某院校室会局部委司厅师]))${SURNAME}${GIVEN}(?=${DOES})`;
const WITH_DOT = '[\\p{Script=Han}]{1,6}(?:[·・•－-][\\p{Script=Han}]{1,5})+';
const LATIN = '[A-Z][a-z]+(?:[ ·.-]{1,2}[A-Z][a-z]+)+';
const PERSON = new RegExp(`${CHINESE}|${WITH_DOT}|${LATIN}`, 'gu');

/** A character that begins what follows a name, not one that a name ends in. */
const BEHIND_NAME = /[将已也曾又都还则就均于与和的是为对向从被把等在让给说任称教老先女以因及]$/u;
/** 李教授 tells no name. */
const TITLE_ALONE = /^\p{Script=Han}(?:教授?|老师?|先生?|女士?|某.?|总|局长?|医生?|主任?)$/u;
/** Who wrote the report is not who it is about. */
const SIGNATURE = /[（(](?:本报|见习|实习)?(?:记者|通讯员)[^）)]*[）)]/gu;

/**
 * Persons, in UTF-16 offsets: a surname beside an office or before what people do, a foreign name, or words that read as
 * a name.
 */
export function findPeople(text: string): Span[] {
  const said = text.replace(SIGNATURE, (signature) => ' '.repeat(signature.length));
  const words = findNameWords(said);
  const spans = [...said.matchAll(PERSON)]
    .map(({ index, 0: found }) => ({ start: index, end: index + found.replace(BEHIND_NAME, '').length }))
    .filter(
      (span) =>
        !isOrdinary(said, span) && !words.some((word) => overlaps(word, span) && word.start !== span.start),
    );
  return withoutOverlap(spans, words)
    .filter(({ start, end }) => end - start >= 2 && !TITLE_ALONE.test(text.slice(start, end)))
    .sort((a, b) => a.start - b.start);
}

/** What the dictionary cuts as a name, what stands behind an office, and the pieces of names that it cuts apart, joined. */
function findNameWords(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  let before: { word: TaggedWord; start: number } | null = null;
  /** The pieces of a foreign name so far. */
  let pieces: { start: number; words: TaggedWord[] } | null = null;
  const addName = (start: number, word: TaggedWord) => {
    const length = lengthOfName(word);
    if (length) spans.push({ start, end: start + length });
  };
  const endForeign = () => {
    if (!pieces) return;
    const { start, words } = pieces;
    const name = words.map(({ word }) => word).join('');
    const [first, ...rest] = words;
    if (FOREIGN_NAME.test(name)) {
      if (!FOREIGN_PLACE.test(name)) spans.push({ start, end: start + name.length });
      // 甘立 is written in the characters of foreign names, too.
    } else if (first && !rest.length) addName(start, first);
    pieces = null;
  };
  for (const word of tagWords(text)) {
    const start = at;
    at += word.word.length;
    const behindSurname = before !== null && isSurname(before.word) && isGiven(word);
    const behindOffice = before !== null && BEARS_OFFICE.test(before.word.word) && isUnknown(word);
    const piece: boolean = mayBeName(word) && FOREIGN_PIECE.test(word.word);
    if (before && (behindSurname || (behindOffice && !piece))) {
      endForeign();
      spans.push({ start: behindSurname ? before.start : start, end: at });
    } else if (piece) {
      pieces ??= { start, words: [] };
      pieces.words.push(word);
    } else {
      endForeign();
      addName(start, word);
    }
    before = { word, start };
  }
  endForeign();
  return spans;
}

/** Unknown to the dictionary (x), or known to it as a name. */
const mayBeName = ({ word, tag }: TaggedWord): boolean =>
  /^(?:x|nr)/u.test(tag) && /^\p{Script=Han}+$/u.test(word);

/** Behind a name that is an ordinary word, too: 高峰说. */
const ONLY_PEOPLE =
  /^(?:说|表示|介绍|主持|出席|主演|饰演|执导|告诉|坦言|透露|认为|强调|指出|当选|辞职|去世|逝世|，[男女])/u;

const IS_SURNAME = new RegExp(`^${SURNAME}$`, 'u');
const isSurname = ({ word, tag }: TaggedWord): boolean =>
  word.length === 1 && (tag.startsWith('nr') || (IS_SURNAME.test(word) && !WORD_SURNAME.test(word)));
const isGiven = (word: TaggedWord): boolean => mayBeName(word) && word.word.length <= 2;

const BEHIND_OFFICE = new RegExp(`${OFFICE}$`, 'u');
/** Behind these a name stands, whatever it is made of: 首相海部俊树. */
const BEARS_OFFICE = new RegExp(
  `(?:${OFFICE}|首相|外长|防长|财长|国务卿|议长|大使|特使|国王|司令|上将|党首|行政长官|总书记)$`,
  'u',
);
const isUnknown = (word: TaggedWord): boolean =>
  mayBeName(word) && word.word.length >= 2 && word.word.length <= 5 && !THING.test(word.word);

const IS_NAME = new RegExp(`^(?:${SURNAME}|${RARE_SURNAME})\\p{Script=Han}{1,2}$`, 'u');

/** Of a word that begins with a surname, how much is a name; 0: it is none. */
function lengthOfName(word: TaggedWord): number {
  if (!mayBeName(word)) return 0;
  const name = word.word.length > 3 ? word.word.replace(BEHIND_NAME, '') : word.word;
  if (!IS_NAME.test(name) || NO_NAME.test(name) || THING.test(name)) return 0;
  if (!WORD_SURNAME.test(name)) return name.length;
  const isCoined = word.tag === 'x' || (tagOf(name.slice(0, 2)) === null && tagOf(name.slice(1)) === null);
  return name.length > 2 && isCoined ? name.length : 0;
}

/**
 * 路线图, 常委: a dictionary word that is no name, nor is 文明 where no office stands before it; 严格责(任落实): the end
 * of the name begins another word.
 */
function isOrdinary(text: string, { start, end }: Span): boolean {
  const found = text.slice(start, end);
  const tag = tagOf(found);
  if (NO_NAME.test(found) || (tag !== null && !tag.startsWith('nr'))) return true;
  if (tag !== null && found.length === 2 && WORD_SURNAME.test(found))
    return !BEHIND_OFFICE.test(text.slice(0, start)) && !ONLY_PEOPLE.test(text.slice(end, end + 3));
  const next = found.length === 3 || found.length === 4 ? tagOf(text.slice(end - 1, end + 1)) : null;
  return next !== null && /^(?:n(?!r)|v|a)/u.test(next);
}

/** The tag that the dictionary gives to a word; null where it does not know it. */
function tagOf(text: string): string | null {
  const [first, ...rest] = tagWords(text);
  return first && !rest.length && first.tag !== 'x' ? first.tag : null;
}
