/** Characters of the longest part of `wanted` that stands in `text`. */
export function lengthOfSharedRun(wanted: string, text: string): number {
  let longest = 0;
  for (let at = 0; at + longest < wanted.length; at++) {
    while (at + longest < wanted.length && text.includes(wanted.slice(at, at + longest + 1))) longest++;
  }
  return longest;
}

/** Of the pairs of neighbouring characters of `wanted` the share that stands in `text`, 0 to 1. */
export function shareOfPairs(wanted: string, text: string): number {
  let held = 0;
  for (let at = 0; at + 2 <= wanted.length; at++) if (text.includes(wanted.slice(at, at + 2))) held++;
  return wanted.length < 2 ? 0 : held / (wanted.length - 1);
}
