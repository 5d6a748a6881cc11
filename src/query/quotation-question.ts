import type { Question } from '../domain/query.js';
import { countCompared } from '../text/compare-folded.js';
import { buildWallText, type WallText } from './filters/wall-text.js';
import { findMarked } from './find-marked.js';
import { type Frame, POINTS_AT_WORDS, readAsking, readFrame } from './quotation-frame.js';

/** A question for where some words were printed. */
export type QuotationQuestion = {
  /** The words, as typed. */
  quotation: string;
  /** 市长说 before words in marks: of the quotation or not, that is for the print to tell. Empty where nothing is. */
  lead: string;
  /** What stands around them: who asks for a newspaper or a time does it here. */
  frame: string;
  /** Nothing else can be meant; where this is false and the words are printed nowhere, it is a question like any other. */
  isSure: boolean;
  /** Asks who said it. */
  asksSpeaker: boolean;
};

/** Folded characters; less is a word, not a quotation. */
const SHORTEST = 6;
/** A name or a topic between quotation marks (“太原国际马拉松”) is shorter, one without marks is shorter than a sentence. */
const NO_NAME = 12;
const NO_TOPIC = 20;
/** What asks stands in the last so many characters. */
const LONGEST_FRAME = 80;
const SENTENCE_MARK = /[,。;!?:…](?=.)/u;
const ASKS_SPEAKER = /谁(?!知道)/u;
/** “…”的报道登在哪天: what is in marks names the report. */
const NAMES_A_REPORT = /^的?(?:[这那一])?篇?(?:报道|报导|文章|新闻|消息|稿件|稿子|通讯)/u;
/** 市长在会上说的“…”: who said it stands before it. */
const SAYS =
  /^[^?]{1,24}(?:说|讲|表示|指出|强调|称|写道|写到|写|提到|提出|认为|介绍|要求)(?:过|的|道|到)*[:,\s]*$/u;
/** Where the asking may begin behind words without marks. */
const CLOSING =
  /[这那此该](?=[一两几个]?(?:句|段|番|话|说法|表述|提法|标题|题目|文字))|(?:的)?(?:出处|原话|原文|原句)|出自|摘自|引自|语出|源自|来自哪|(?:是|最早|最先|究竟|到底|在)*(?:哪一?[天日期份张家篇版]|什么时候|何时|谁[说讲写])|(?:刊登|刊载|登载|发表|登|刊|印|见)(?:在|于)+(?:哪|第几|何)|报纸上?有没有|有没有/gu;
/** Where words without marks may begin: behind what asks (哪期报纸登过…), or behind what only opens a question. */
const OPENINGS = [
  /^[^。;,]{0,30}?(?:哪|谁|何时|什么时候|有没有)[^。;,]{0,10}?(?:刊登|刊载|登|刊|载|说|写|讲|提到|报道|发表)(?:过|了|的|出)*/u,
  /^(?:请问|麻烦|劳驾|(?:请|麻烦|帮我|请帮我|我想)(?:查|找|问|核对)一?下|我想知道|有?谁知道)[,:\s]*/u,
];
/** A question is nothing that was printed; 这句话 is then said of its answer. */
const ASKS_SOMETHING = /[?？吗呢]|什么|哪|谁|几|多少|怎|如何|为何/u;
/** 阳曲县民生实事的报道: a topic. */
const ENDS_AS_REPORT = /(?:报道|报导|新闻|文章|消息|稿件|稿子|通讯|照片|图片)$/u;

/**
 * “…”这句话出自哪天哪版, 哪期报纸登过这句话：…, …这句话是谁说的 → the words that are looked for; null for every other
 * question, also for one about a word in marks (“十四五”规划的目标). 这句话出自哪天 by itself asks for what was said before.
 */
export function cutQuotation(question: Question, newspapers: readonly string[]): QuotationQuestion | null {
  const typed = question.question.trim();
  const text = buildWallText(typed);
  const frame = readFrame(text, newspapers);
  if (frame.opens[typed.length]) return pointBack(typed, question.history.at(-1), question, newspapers);
  return cutMarked(text, frame) ?? cutBehindColon(text, frame) ?? cutUnmarked(text, frame) ?? cutPasted(text);
}

function cutMarked({ typed, text }: WallText, { opens, closes }: Frame): QuotationQuestion | null {
  for (const { start, end, inner } of findMarked(text)) {
    const before = text.slice(0, start);
    const behind = text.slice(end);
    if (!closes[end] || !(opens[start] || SAYS.test(before)) || NAMES_A_REPORT.test(behind)) continue;
    const found = build(typed.slice(inner.start, inner.end), opens[start] ? before : '', behind, NO_NAME);
    if (found) return { ...found, lead: opens[start] ? '' : typed.slice(0, start).trim() };
  }
  return null;
}

/** 哪期报纸登过这句话：…; a question mark or a line break does as well. What asks may also follow. */
function cutBehindColon({ typed, text }: WallText, frame: Frame): QuotationQuestion | null {
  for (const { index } of text.matchAll(/[:?\n]/gu)) {
    if (!frame.opens[index]) return null;
    const start = index + 1;
    const end = findClosing(text, start, frame);
    const found = build(unwrap(typed.slice(start, end)), text.slice(0, start), text.slice(end), NO_NAME);
    if (found) return found;
  }
  return null;
}

/** Nothing shows where the words begin and end but what stands around them. */
function cutUnmarked({ typed, text }: WallText, frame: Frame): QuotationQuestion | null {
  const pointed = POINTS_AT_WORDS.exec(text);
  const behindPointed = pointed ? pointed.index + pointed[0].length : 0;
  const end = findClosing(text, Math.max(1, text.length - LONGEST_FRAME), frame);
  const starts = [behindPointed, ...OPENINGS.map((opening) => opening.exec(text)?.[0].length ?? 0)];
  for (const start of [...starts.filter((at) => at > 0), 0]) {
    if (!frame.opens[start] || start >= end) continue;
    const found = build(unwrap(typed.slice(start, end)), text.slice(0, start), text.slice(end), NO_TOPIC);
    if (found) return found;
  }
  return null;
}

/** Only the words, nothing asked: “…”, or a whole sentence. */
function cutPasted({ typed, text }: WallText): QuotationQuestion | null {
  const quotation = unwrap(typed);
  if (quotation === typed && !/^[^?]+[。!]$/u.test(text)) return null;
  if (countCompared(quotation) < NO_NAME) return null;
  return { quotation, lead: '', frame: '', isSure: false, asksSpeaker: false };
}

/** 这句话出自哪天: the words are those of the question before, or that was them. */
function pointBack(
  typed: string,
  before: string | undefined,
  question: Question,
  newspapers: readonly string[],
): QuotationQuestion | null {
  const { text } = buildWallText(typed);
  if (before === undefined || !POINTS_AT_WORDS.test(text) || !readAsking(text).asks) return null;
  const earlier = cutQuotation({ ...question, question: before, history: [] }, newspapers);
  const marked = findMarked(before).find(
    ({ inner }) => countCompared(before.slice(inner.start, inner.end)) >= SHORTEST,
  );
  const said = ASKS_SOMETHING.test(before) ? '' : before;
  const quotation =
    earlier?.quotation ?? (marked ? before.slice(marked.inner.start, marked.inner.end) : said);
  return build(quotation, typed, '', NO_NAME);
}

/** `noName`: words as long as this are no mere name or topic; what is not in marks may be both. */
function build(given: string, before: string, behind: string, noName: number): QuotationQuestion | null {
  const quotation = given.replace(/^[，,：:\s]+|[，,：:\s]+$/gu, '');
  const frame = `${before} ${behind}`.trim();
  const length = countCompared(quotation);
  const { asks, isSure } = readAsking(frame);
  if (!asks || length < SHORTEST) return null;
  const isPointedAt = POINTS_AT_WORDS.test(frame);
  const isSentence = SENTENCE_MARK.test(buildWallText(quotation).text);
  const isMarked = noName === NO_NAME;
  if (!isMarked && !isPointedAt && (ENDS_AS_REPORT.test(quotation) || (!isSentence && length < NO_NAME)))
    return null;
  return {
    quotation,
    lead: '',
    frame,
    isSure: isPointedAt || isSentence || (isSure && isMarked) || ((isSure || isMarked) && length >= noName),
    asksSpeaker: ASKS_SPEAKER.test(frame),
  };
}

/** Where what asks begins at the end of the text: the first place from which on nothing else stands. */
function findClosing(text: string, from: number, { closes }: Frame): number {
  for (const { index } of text.matchAll(CLOSING)) if (index >= from && closes[index]) return index;
  return text.length;
}

/** “…” → …, where the marks enclose all of it. */
function unwrap(text: string): string {
  const trimmed = text
    .trim()
    .replace(/[，,、。？?！!\s]+$/u, (marks) => (marks.startsWith('。') ? '。' : ''));
  const [whole] = findMarked(trimmed);
  return whole?.start === 0 && whole.end === trimmed.length
    ? trimmed.slice(whole.inner.start, whole.inner.end)
    : text.trim();
}
