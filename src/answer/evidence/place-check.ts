import type { Article } from '../../domain/article.js';
import type { Place, Query } from '../../domain/query.js';
import { placesMeet } from '../../text/places/containment.js';
import { shortenPlace } from '../../text/places/shorten-name.js';

/** An article that speaks of its own city without naming it. */
const OWN_CITY = /我市|全市|本市|市区/u;
const CITY = /^\d{4}$/u;

/** Each place of the question must be named by the article, itself or one inside it: 阳曲县 never returns 阳泉. */
export function createPlaceCheck({
  places: asked,
}: Query): (one: { article: Article; places: readonly string[] }) => boolean {
  const known = new Map<Article, boolean>();
  return ({ article, places }) => {
    const answer = known.get(article) ?? asked.filter(isWall).every((place) => names(article, places, place));
    known.set(article, answer);
    return answer;
  };
}

const FAR = /[国洲]$|日本|印度|越南|泰国|朝鲜|欧盟|入海|加盟/u;

/** Countries and far places have many short names (中美, 俄方): they are a preference, the places of China a wall. */
const isWall = ({ name, codes }: Place): boolean =>
  codes.length > 0 || /[省市区县旗镇乡村]$/u.test(name) || (name.length === 2 && !FAR.test(name));

function names(article: Article, codes: readonly string[], place: Place): boolean {
  if (placesMeet(place, codes) || isNamed(article, place)) return true;
  // Where the newspaper is not known, neither is its city: 全市 may then be any.
  return (
    article.newspaper === null && OWN_CITY.test(article.body) && place.codes.some((code) => CITY.test(code))
  );
}

/** The cut of an unknown name may have taken a character too many at its front. */
function isNamed({ newspaper, kicker, headline, subheadline, byline, body }: Article, place: Place): boolean {
  const text = [newspaper, kicker, headline, subheadline, byline, body].join('\n');
  const short = shortenPlace(place.name);
  return text.includes(short) || (!place.codes.length && short.length >= 3 && text.includes(short.slice(1)));
}
