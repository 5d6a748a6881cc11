import type { Span } from '../../text/split-sentences.js';

const SIGNED = '(?:[（(][^）)]{0,30}[）)])?[，,：:\\s]*';
/** How an article opens, and where the reporter has it from: nothing of what happened. */
const OPENING = new RegExp(
  `^(?:(?:本报|新华社|中新社|据|[\\p{Script=Han}]{2,6}(?:日报|晚报|晨报|时报|新报|网|社))[^，,。]{0,24}?(?:讯|电|消息|报道)\\s*${SIGNED}|[（(][^）)]{0,30}[）)]|(?:近日|日前|[昨今]日)?，?(?:本报)?记者[^，,。]{0,20}(?:获悉|了解到|得知|看到|采访)[，,：:]|据(?:了解|介绍|悉|统计)[，,])\\s*`,
  'u',
);
/** Characters that must be left. */
const LEAST = 6;

/** Where a sentence begins to tell what happened: behind 本报讯（记者…） and 记者从…获悉，. */
export function skipOpening(body: string, { start, end }: Span): number {
  const opening = OPENING.exec(body.slice(start, end));
  const next = start + (opening?.[0].length ?? 0);
  return next > start && next < end - LEAST ? skipOpening(body, { start: next, end }) : start;
}
