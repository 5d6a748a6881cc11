import { findPlacesInQuestion } from './places/find-places-in-question.js';
import { innermostName } from './places/innermost-name.js';

const ENDS_IN_KIND = /(?:省|市|区|县|旗|镇|乡|村|街道|社区)$/u;

/** The places of a question as they stand in it, each once; of a run (山西太原) the innermost name. */
export function findPlaces(text: string): string[] {
  return [...new Set(findPlacesInQuestion(text).map((place) => innermostName(place.text)))];
}

/** 阳曲县 → 阳曲: how a place is often called. Names of two characters stay. */
export function shortenPlace(place: string): string {
  const short = place.replace(ENDS_IN_KIND, '');
  return short.length >= 2 ? short : place;
}
