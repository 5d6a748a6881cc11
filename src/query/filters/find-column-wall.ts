import { readAt, type Wall, type WallText } from './wall-text.js';

const KIND = '(?:专栏|栏目|专版|副刊)';
const QUOTED = '[“"”「『《]([^“"”「」『』《》]{1,20})[”"“」』》]';
const COLUMN = new RegExp(`(?:在|只看|看|查)?(?:${QUOTED}(?:这个|的)?${KIND}|${KIND}${QUOTED})`, 'gu');
/** Before it, a programme of somebody else's or one that is being opened. */
const NOT_BEHIND =
  /(?:开设|开办|开辟|开通|推出|设立|设|新增|创办|主办|办|打造|上线|增设|主持|主持人|央视|电视台|电视|卫视|电台|广播|频道|公众号|抖音|微博|网|台)了?的?$/u;
/** Behind it, what is asked about the column itself, or what somebody does with it. */
const NOT_BEFORE =
  /[,\s]*(?:的?(?:主持|主编|编辑|负责人|创办|开设|电话|邮箱|收视|名字|由来|历史|口号|特点)|是|由|叫|哪一?年|何时|什么时候|开|创|获|荣|停|改|播|在哪|有多少(?:人|观众|读者)|为什么)/uy;
const INSIDE = /(?:里面?|中|上|内)?的?/uy;

/** “XX”专栏, 《XX》栏目里: the column that the question wants its articles from; null where it asks about the column. */
export function findColumnWall({ typed, text }: WallText): Wall | null {
  for (const found of text.matchAll(COLUMN)) {
    const start = found.index;
    const end = start + found[0].length;
    if (NOT_BEHIND.test(text.slice(0, start)) || readAt(NOT_BEFORE, text, end)) continue;
    const name = found[1] ?? found[2] ?? '';
    const at = start + found[0].indexOf(name);
    const inside = readAt(INSIDE, text, end)?.[0].length ?? 0;
    return {
      filter: { column: typed.slice(at, at + name.length).trim() },
      spans: [{ start, end: end + inside }],
    };
  }
  return null;
}
