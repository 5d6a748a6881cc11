import { lookUpPlace } from '../../text/places/look-up-place.js';
import { LIMITER, readAt, type Wall, type WallText } from './wall-text.js';

const LIMITED = new RegExp(LIMITER, 'gu');
const HAN = /\p{Script=Han}{2,14}/uy;
const MOST_CHARACTERS = 14;
/** A place that no gazetteer knows; 限速区 and 限行路段 are none, so it needs the clear words. */
const UNKNOWN = /^\p{Script=Han}{2,5}?(?:[省市县旗镇乡村]|(?<![市城地郊山])区|街道|社区)/u;
const CLEARLY = /^(?:只|仅)/u;
/** 太原市民, 太原市委, 太原日报: the name of somebody or something else. */
const GOES_ON = /[民长委籍户人府局]|政府|法院|检察|公安|大学|\p{Script=Han}{0,6}报/uy;
const ANOTHER = /(?:和|与|、|及|以及|或者?|跟)\p{Script=Han}/uy;
const OF_IT = /(?:范围|境内)?(?:之?内|里)?的?/uy;

/** 只看阳曲县, 仅限阳曲县, 限阳曲: a place outside of which the question wants nothing; null where it names two. */
export function findPlaceWall({ typed, text }: WallText): Wall | null {
  for (const found of text.matchAll(LIMITED)) {
    const at = found.index + found[0].length;
    const length = readPlace(text, at, CLEARLY.test(found[0]));
    const end = at + length;
    if (length === 0 || readAt(GOES_ON, text, end) || readAt(ANOTHER, text, end)) continue;
    const rest = readAt(OF_IT, text, end)?.[0].length ?? 0;
    return {
      filter: { place: typed.slice(at, end) },
      spans: [{ start: found.index, end: end + rest }],
    };
  }
  return null;
}

/** How many characters name a place here, the most that do; 0 where none do. */
function readPlace(text: string, at: number, mayBeUnknown: boolean): number {
  const run = readAt(HAN, text, at)?.[0] ?? '';
  for (let length = Math.min(run.length, MOST_CHARACTERS); length >= 2; length--) {
    if (lookUpPlace(run.slice(0, length)).codes.length > 0) return length;
  }
  return mayBeUnknown ? (UNKNOWN.exec(run)?.[0].length ?? 0) : 0;
}
