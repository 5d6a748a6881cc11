import { tagWords } from '../words.js';
import { gazetteer } from './gazetteer.js';
import type { FoundPlace } from './join-runs.js';
import { NO_PLACES } from './ordinary-words.js';

const KIND = '(?:省|市|区|县|旗|镇|乡|村|街道|社区)';
const IS_KIND = new RegExp(`^${KIND}$`, 'u');
const ENDS_AS_PLACE = /[省市区县旗镇乡村州盟]$/u;
/** Words that end like a place and name none. */
const GENERAL =
  /^(?:我|全|各|本|该|两|城|市|农|乡|山|新|老|旧|小|灾|牧|社|街|校|园|景|库|禁|地|辖|郊|战|特|省|县|区|镇|村|外|进|驻|跨|名|乡镇|城镇|集镇|城中村|贫困县|贫困村|脱贫县|脱贫村|百强县|产粮县|试点县|试点村|重点镇|特色镇|文明村|新农村|示范村|自然村|行政村|中国农村|城市|农村|地区|园区|矿区|社区|小区|景区|片区|校区|山区|市区|城区|郊区|老城区|新城区|开发区|经济区|示范区|高新区|自然保护区|县区|市县|乡村|大桥|新城|东站|西站|南站|北站|中国|全国|我国|都市|超市|股市|楼市|上市|门市|省市|我省|我市|我县|我区|全省|全市|全县|全区|各县|各区|各地|该县|该区|该市|对外开放)$/u;
/** Roads and institutions: a question may name them, but they are no place that contains others. */
const NO_DIVISION = /(?:路|街|大道|大学|学院|医院|银行|书店|社|站|机场)$/u;
/** A question mostly opens with its place, also one that no dictionary knows: 青沙县今年……, 那望河区呢, 甲县和乙县. */
const OPENING_PLACE =
  /(?:^|[，,。？?\s和与跟、])(?:请问|那么?|在)?((?![我全各本该两])\p{Script=Han}{2,3}?(?:县|(?<![市城地郊山小社园景片校])区|市|镇|乡|(?<![乡农山中])村(?!庄|落|干|支|医|口|镇)|社区))(?!长|委|政|民|里|级|内|外|域|场|区)/dgu;

/** Behind a place that is known: 太原市青沙县. */
const INNER_PLACE =
  /^((?:(?![有的哪几个各多少等了在是和与及召全这那每其])\p{Script=Han}){2,3}?(?:县|(?<![市城地郊山小社园景片校])区|镇|乡|(?<![乡农山中])村))(?![长委政民里级内外域场区庄落])/u;

/** Names of places that the gazetteer does not know, in what is left of a question without the `known` ones: no codes. */
export function findUnknownPlaces(
  text: string,
  known: readonly { start: number; end: number }[],
): FoundPlace[] {
  // A letter keeps the words beside a known place apart and is no beginning of a question.
  let rest = known.reduce((left, place) => cutOut(left, place, 'x'), text);
  const places = known.flatMap(({ end }) => findInner(text, end));
  for (const { start, end } of places) rest = cutOut(rest, { start, end }, 'x');
  for (const found of rest.matchAll(OPENING_PLACE)) {
    const [start, end] = found.indices?.[1] ?? [0, 0];
    const name = text.slice(start, end);
    if (GENERAL.test(name) || isRejected(name)) continue;
    places.push(unknown(name, start));
    rest = cutOut(rest, { start, end }, ' ');
  }
  return [...places, ...findByWords(rest)];
}

function findInner(text: string, at: number): FoundPlace[] {
  const name = INNER_PLACE.exec(text.slice(at))?.[1];
  if (!name || GENERAL.test(name) || isRejected(name)) return [];
  const tags = tagWords(name.slice(0, -1)).map(({ tag }) => tag);
  const isWord = tags.length === 1 && /^(?:v|a|d|m|r)/u.test(tags[0] ?? '');
  return isWord ? [] : [unknown(name, at)];
}

/** What the dictionary knows as a place, and words before 省市区县镇乡村. */
function findByWords(text: string): FoundPlace[] {
  const words = tagWords(text);
  const places: FoundPlace[] = [];
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const { word, tag } = words[i] ?? { word: '', tag: '' };
    const next = words[i + 1]?.word ?? '';
    const isName = tag.startsWith('ns') || (ENDS_AS_PLACE.test(word) && word.length >= 3);
    if (IS_KIND.test(next) && /^\p{Script=Han}{2,4}$/u.test(word) && isNameLike(tag) && !ASKS.test(word)) {
      places.push(unknown(word + next, at));
      at += word.length + next.length;
      i++;
      continue;
    }
    if (isName && word.length >= 2 && !GENERAL.test(word) && !isRejected(word))
      places.push(unknown(word, at));
    at += word.length;
  }
  return places;
}

const isNameLike = (tag: string): boolean => /^(?:n|x|j|z|eng)/u.test(tag);

/** 哪个城市, 几个县: what is asked for names nothing. */
const ASKS = /哪|什么|几个/u;

/** What names no place; also what the gazetteer knows and did not take for a place here. */
const isRejected = (name: string): boolean =>
  NO_DIVISION.test(name) || ASKS.test(name) || NO_PLACES.has(name) || gazetteer().find(name) !== undefined;

const unknown = (name: string, start: number): FoundPlace => ({
  text: name,
  name,
  codes: [],
  start,
  end: start + name.length,
});

function cutOut(text: string, { start, end }: { start: number; end: number }, filler: string): string {
  return text.slice(0, start) + filler.repeat(end - start) + text.slice(end);
}
