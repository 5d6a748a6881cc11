import { tagWords } from './words.js';

const KIND = '(?:省|市|区|县|旗|镇|乡|村|街道|社区)';
const IS_KIND = new RegExp(`^${KIND}$`, 'u');
const ENDS_IN_KIND = new RegExp(`${KIND}$`, 'u');
const ENDS_AS_PLACE = /[省市区县旗镇乡村州盟]$/u;
/** Words that end like a place and name none. */
const GENERAL =
  /^(?:我|全|各|本|该|两|城|市|农|乡|山|新|老|旧|小|灾|牧|社|街|校|园|景|库|禁|地|辖|郊|战|特|省|县|区|镇|村|外|进|驻|跨|名|乡镇|城市|农村|地区|园区|社区|小区|景区|片区|校区|山区|市区|城区|开发区|经济区|示范区|自然保护区|县区|市县|乡村|大桥|新城|东站|西站|南站|北站|中国|全国|我国|都市|超市|股市|楼市|上市|门市|省市|我省|我市|我县|我区|全省|全市|全县|全区|各县|各区|该县|该区|该市)$/u;

/** A question mostly opens with its place, also one that no dictionary knows: 青沙县今年……, 那望河区呢, 甲县和乙县. */
const OPENING_PLACE =
  /(?:^|[，,。？?\s和与跟、])(?:请问|那么?|在)?((?![我全各本该两])\p{Script=Han}{2,3}?(?:县|(?<![市城地郊山])区|市|镇|乡))(?!长|委|政|民|里|级|内|外|域|场|区)/gu;

/**
 * Names of places in a question, each once: those that it opens with, then what the dictionary knows as a place and
 * words before 省市区县镇乡村, in the order of the text. There is no gazetteer.
 */
export function findPlaces(text: string): string[] {
  const places = [...text.matchAll(OPENING_PLACE)].flatMap(([, place]) =>
    place && !GENERAL.test(place) ? [place] : [],
  );
  const words = tagWords(places.reduce((rest, place) => rest.replace(place, ' '), text));
  for (let i = 0; i < words.length; i++) {
    const word = words[i]?.word ?? '';
    const next = words[i + 1]?.word ?? '';
    const isName = words[i]?.tag.startsWith('ns') || (ENDS_AS_PLACE.test(word) && word.length >= 3);
    if (IS_KIND.test(next) && /^\p{Script=Han}{2,4}$/u.test(word) && isNameLike(words[i]?.tag)) {
      places.push(word + next);
      i++;
    } else if (isName && word.length >= 2 && !GENERAL.test(word)) places.push(word);
  }
  return [...new Set(places)];
}

const isNameLike = (tag = ''): boolean => /^(?:n|x|j|z|eng)/u.test(tag);

/** 阳曲县 → 阳曲: how a place is often called. Names of two characters stay. */
export function shortenPlace(place: string): string {
  const short = place.replace(ENDS_IN_KIND, '');
  return short.length >= 2 ? short : place;
}
