import { firstTwoOf } from '../tables/first-two.js';
import { cutWords, isCutInWord, isHan } from '../words.js';
import { gazetteer, type PlaceName } from './gazetteer.js';
import { ORDINARY_WORDS } from './ordinary-words.js';

/** So many characters decide on each side. */
const AROUND = 8;
const ROAD =
  /^[东南西北中上下环内外新老一二三四五六七八九十]{0,2}(?:路(?![灯面桥网况段过演费政])|街(?![头道区坊舞边景])|大街|大道|巷|胡同)/u;
const SCHOOL =
  /^(?:理工|师范|科技|科学技术|交通|工业|财经|医科|农业|农林|中医药?|外国语|工商|商务|航空|航天|邮电|政法|民族|体育|音乐|电力|电子|林业|海洋|石油|化工|经济|贸易|管理|传媒|戏剧|电影|美术|职业|技术|工程|大同)*(?:大学(?!生)|学院)|^医院/u;
/** X镇, X村, X街道 that the gazetteer does not know is another place than X. */
const SMALLER = /^(?:镇(?![江原海雄远])|乡(?![村镇下亲])|村(?![民里委庄落镇级支干])|街道(?![上两旁里]))/u;
/** 澜沧江, 白沙河: the water has the name. */
const RIVER = /^[江河湖溪](?![东西南北省])/u;
const COUNTY_KIND = /^[县市旗]/u;
/** What makes one word of a place and what it has: 北京人, 山西省, 太原站. */
const BELONGS = /^[人话籍队菜戏省市县区站港湾味]/u;
/** 县委, 区长: the kind belongs to the name all the same. */
const OFFICE = /^[委长政党]/u;
/** 济南市中区 is 济南 and 市中区. */
const MIDDLE_DISTRICT = /^[中南北]区/u;
const FUNCTION_CHARACTER = /[在到从和与及对向往于由为是的赴去来自给让把被至经就原今请问那]$/u;
/** Townships (…村乡|镇…) and 城市 (海滨|城市) may be cut out of other words. */
const UNSURE_END = /(?:[镇乡]|街道|苏木|城市)$/u;
const NOT_BEHIND: Readonly<Record<string, RegExp>> = {
  北京: /^时间/u,
  上海: /^合作组织/u,
  大同: /^(?:小异|社会|世界)/u,
  黄山: /^毛峰/u,
  宁德: /^时代/u,
  巴中: /^(?:两国|双方|友谊|友好|经济|关系)/u,
  通州: /^湾/u,
};

/** Whether a name can stand here as a name: not cut out of other words, and not the name of a road or a school. */
export function fitsAround(text: string, start: number, entry: PlaceName, followsPlace: boolean): boolean {
  const after = text.slice(start + entry.name.length, start + entry.name.length + AROUND);
  if (MIDDLE_DISTRICT.test(after) && entry.name.endsWith('市')) return false;
  if (isWrittenOut(entry)) return true;
  const before = followsPlace ? '' : text.slice(Math.max(0, start - AROUND), start);
  if (before && isCut(before, entry.name + after)) return false;
  if (entry.name.length === 2 && entry.certainty === 'full' && !standsBehindWord(before)) return false;
  if (entry.certainty === 'full' || entry.certainty === 'dependent') {
    return OFFICE.test(after) || !isCut(entry.name, after);
  }
  if (entry.certainty === 'home') return !isCut(entry.name, after);
  return isShortFormHere(entry, after);
}

/** 阳曲县, 太原市: nothing else contains it; townships (…村乡|镇…) and names of ordinary words (合作市|场) are looked at. */
function isWrittenOut({ name, certainty }: PlaceName): boolean {
  return (
    certainty === 'full' &&
    name.length >= 3 &&
    !UNSURE_END.test(name) &&
    !ORDINARY_WORDS.has(name.slice(0, -1))
  );
}

function isShortFormHere({ name, divisions }: PlaceName, after: string): boolean {
  if (ROAD.test(after) || SCHOOL.test(after) || SMALLER.test(after)) return false;
  if (NOT_BEHIND[name]?.test(after)) return false;
  if (startsWithName(after)) return true;
  const cut = isCut(name, after);
  const isProvince = divisions.some(({ code }) => code.length === 2);
  if (!isProvince && RIVER.test(after)) return false;
  if (!isProvince && COUNTY_KIND.test(after) && !cut) return false;
  return !cut || BELONGS.test(after);
}

/** 山西太原 is one word of the dictionary, and two places. */
function startsWithName(text: string): boolean {
  const entries = gazetteer().beginningWith(firstTwoOf(text));
  return entries?.some(({ name, certainty }) => certainty !== 'home' && text.startsWith(name)) === true;
}

/** 沁县, 和县: what stands before must be a word, else they are the end of another name (青沙县). */
function standsBehindWord(before: string): boolean {
  if (!/\p{Script=Han}$/u.test(before) || FUNCTION_CHARACTER.test(before)) return true;
  return (cutWords(before).at(-1)?.length ?? 0) >= 2;
}

/** No word of the dictionary goes on over punctuation. */
function isCut(before: string, after: string): boolean {
  return (
    isHan(before.charCodeAt(before.length - 1)) && isHan(after.charCodeAt(0)) && isCutInWord(before, after)
  );
}
