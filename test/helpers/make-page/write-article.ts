import type { PageLook, SourceArticle, WrittenArticle } from './made-page.js';
import type { Random } from './random.js';
import { signArticle } from './sign-article.js';
import { COUNTIES, CROSSHEADS, ESSAY_LABELS, inventName, LABELS, printName } from './stock-words.js';
import { writeNotice } from './write-notice.js';

const FORMS = { report: 0.68, caption: 0.12, essay: 0.06, list: 0.07, notice: 0.07 };
/** Longest and shortest body, in characters, that the maker cuts a source down to. */
const LENGTH = { from: 160, to: 1100 };
const ORDINALS = [...'一二三四五六七八九十'];

const unsigned = () => ({ opening: [], standing: [], ending: [], closing: [] });
const sentencesOf = (paragraphs: readonly string[]) =>
  paragraphs.join('').match(/[^。！？]+[。！？]”?/gu) ?? [];

/** Makes of a source what a newspaper would print: a report, a caption, an essay, a list or, instead of it, a notice. */
export function writeArticle(source: SourceArticle, look: PageLook, random: Random): WrittenArticle {
  const form = random.weigh(FORMS);
  if (form === 'notice') return writeNotice(look, random);
  if (form === 'caption') return writeCaption(source, look, random);
  if (form === 'essay') return writeEssay(source, look, random);
  const items = form === 'list' ? listItems(source, random) : [];
  const paragraphs =
    items.length > 3 ? items : shorten(source.paragraphs, random.integer(LENGTH.from, LENGTH.to));
  return signArticle(addKicker(baseOf(source, paragraphs, look, random), look, random), source, look, random);
}

function baseOf(source: SourceArticle, paragraphs: string[], look: PageLook, random: Random): WrittenArticle {
  const isShort = paragraphs.join('').length < 200;
  const column = source.column ?? (look.level !== 'easy' && random.chance(0.25) ? random.pick(LABELS) : null);
  return {
    kind: isShort ? 'brief' : 'news',
    column,
    kicker: source.kicker ?? null,
    headline: source.headline,
    subheadline: source.subheadline ?? null,
    standing: [],
    paragraphs: isShort ? paragraphs : addCrossheads(paragraphs, look, random),
    closing: [],
    names: unsigned(),
  };
}

/** A kicker that is a county's name, which the lead then names as the reports of counties do: 青沙县消息. */
function addKicker(article: WrittenArticle, look: PageLook, random: Random): WrittenArticle {
  if (article.kicker || look.level === 'easy' || !random.chance(0.25)) return article;
  const kicker = random.pick(COUNTIES);
  const [lead = '', ...rest] = article.paragraphs;
  return { ...article, kicker, paragraphs: [`${kicker}消息，${lead}`, ...rest] };
}

/** Whole paragraphs, and whole sentences of the last, up to about this many characters. */
function shorten(paragraphs: readonly string[], length: number): string[] {
  const kept: string[] = [];
  let left = length;
  for (const paragraph of paragraphs) {
    if (left <= 0) break;
    const [first = paragraph, ...more] = sentencesOf([paragraph]);
    let text = first;
    for (const sentence of more) if (text.length + sentence.length <= left) text += sentence;
    kept.push(paragraph.length <= left ? paragraph : text);
    left -= paragraph.length;
  }
  return kept;
}

function addCrossheads(paragraphs: string[], look: PageLook, random: Random): string[] {
  const allowed = look.level !== 'easy' && look.style !== 'body-in-one-line' && paragraphs.length > 3;
  if (!allowed || !random.chance(0.35)) return paragraphs;
  const crossheads = random.shuffle(CROSSHEADS);
  return paragraphs.flatMap((paragraph, index) => {
    const crosshead = index % 2 === 1 && paragraph.length > 60 ? crossheads.pop() : undefined;
    return crosshead ? [crosshead, paragraph] : [paragraph];
  });
}

function listItems(source: SourceArticle, random: Random): string[] {
  const sentences = sentencesOf(source.paragraphs).filter(({ length }) => length >= 12 && length <= 60);
  const count = Math.min(sentences.length - 1, random.integer(4, 10));
  const [lead, ...items] = sentences.slice(0, count + 1);
  if (!lead || items.length < 4) return [];
  const prefix = random.pick(['', '第']);
  const opening = `${lead}${random.pick(['今年要办好以下实事：', '具体包括：'])}`;
  const last = items.length - 1;
  return [
    opening,
    ...items.map(
      (item, at) =>
        `${prefix}${ORDINALS[at]}是${item.replace(/[。！？]”?$/u, '')}${at === last ? '。' : '；'}`,
    ),
  ];
}

function writeCaption(source: SourceArticle, look: PageLook, random: Random): WrittenArticle {
  const [first = '', second = ''] = sentencesOf(source.paragraphs);
  const more = random.pick([
    '',
    second.length < 70 ? second : '',
    '图为活动现场。',
    '图为工作人员正在忙碌。',
  ]);
  const text = first + more;
  const name = source.reporters[0] ?? inventName(random);
  const printed = printName(name, look);
  const credit = random.pick([`记者 ${printed} 摄`, `${printed} 摄`, `新华社发 ${printed} 摄`]);
  const glued = random.chance(0.35);
  const names = unsigned();
  return {
    ...baseOf(source, [glued ? `${text} ${credit}` : text], look, random),
    kind: 'photo-caption',
    column: null,
    kicker: null,
    headline: null,
    subheadline: null,
    closing: glued ? [] : [credit],
    names: glued ? { ...names, ending: [name] } : { ...names, closing: [name] },
  };
}

function writeEssay(source: SourceArticle, look: PageLook, random: Random): WrittenArticle {
  const author = source.reporters[0] ?? inventName(random);
  const paragraphs = shorten(source.paragraphs, random.integer(LENGTH.from * 2, LENGTH.to));
  return {
    ...baseOf(source, paragraphs, look, random),
    kind: 'commentary',
    column: random.pick(ESSAY_LABELS),
    standing: [printName(author, look)],
    names: { ...unsigned(), standing: [author] },
  };
}
