import type { PrintedQuotation } from '../search/find-quotation.js';
import { type Span, splitSentences } from '../text/split-sentences.js';

/** A quotation is shown in its sentence unless that is longer by more than this. */
const MOST_AROUND = 120;
/** Who says it stands before the opening mark, this far away at most. */
const MOST_BEFORE = 200;
const OPENING_MARKS = /[“「『《（(]+$/u;
const CLOSING_MARKS = /^[。！？!?；;…]*[”’"』」）)】》]*/u;

/**
 * The stretch of the body that is shown for a printed quotation: the sentence around it; where it is asked who said it,
 * from the words that lead to the speech.
 */
export function widenPrinted(printed: PrintedQuotation, asksSpeaker: boolean): Span {
  const { body } = printed.article;
  const tight = withMarks(body, printed);
  const touched = splitSentences(body).filter(({ start, end }) => start < printed.end && end > printed.start);
  const start = Math.min(tight.start, touched[0]?.start ?? tight.start);
  const end = Math.max(tight.end, touched.at(-1)?.end ?? tight.end);
  const isLong = end - start - (printed.end - printed.start) > MOST_AROUND;
  const sentence = isLong ? tight : { start, end };
  return asksSpeaker ? { ...sentence, start: findSpeech(body, sentence.start, printed.start) } : sentence;
}

/** As given, with the marks that stand directly around it. */
export function withMarks(body: string, { start, end }: Span): Span {
  return {
    start: start - (OPENING_MARKS.exec(body.slice(Math.max(0, start - 3), start))?.[0].length ?? 0),
    end: end + (CLOSING_MARKS.exec(body.slice(end, end + 4))?.[0].length ?? 0),
  };
}

/** Where the sentence begins that opens the speech in which the quotation stands. */
function findSpeech(body: string, start: number, quoted: number): number {
  const paragraph = body.lastIndexOf('\n', start - 1) + 1;
  const before = body.slice(Math.max(paragraph, quoted - MOST_BEFORE), quoted);
  const opening = before.lastIndexOf('“');
  if (opening < 0 || before.indexOf('”', opening) >= 0) return start;
  const at = quoted - before.length + opening;
  const leading = splitSentences(body.slice(paragraph, start)).find((span) => paragraph + span.end > at);
  return leading ? Math.min(start, paragraph + leading.start) : start;
}
