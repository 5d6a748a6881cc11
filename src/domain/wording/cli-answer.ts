import type { Answer, Hit, RankFeature, SearchAnswer } from '../answer.js';
import type { Article } from '../article.js';
import { alsoIn, formatSourceLine } from './source-line.js';

export const whole = () => '（改用下面的完整回答）';

/** What stands below the sentences: the numbered sources, then quietly how it was understood and the notes. */
export function formatAnswerTail(answer: Answer): { text: string; quiet: boolean }[] {
  const sources = answer.citations.map((citation) => `[${citation.n}] ${formatSourceLine(citation)}`);
  const notes = formatNotes(answer);
  return [
    ...(sources.length > 0 ? ['', ...sources] : []).map((text) => ({ text, quiet: false })),
    ...(notes.length > 0 ? ['', ...notes] : []).map((text) => ({ text, quiet: true })),
  ];
}

/** 1. 《太原日报》2023年2月10日第4版《…》, the passage under it, and where else it was printed. */
export function formatHit(hit: Hit, reprints: readonly Article[]): string {
  const passage = hit.text.replace(/\s*\n\s*/g, '\n   ').trim();
  const also = reprints.map((article) => `\n   ${alsoIn(formatSourceLine(article))}`);
  return `${hit.rank}. ${formatSourceLine(hit.article)}\n   ${passage}${also.join('')}`;
}

const FEATURES: Readonly<Record<RankFeature, string>> = {
  words: '字词',
  closeness: '语义',
  article: '全篇',
  pairs: '字对',
  headline: '标题',
  sentence: '同句',
  phrase: '连文',
  value: '所问之值',
  time: '时间',
  place: '地点',
  fresh: '新近',
  lead: '导语',
};

/** 得分 0.62：字词 0.95（+0.19） 语义 … : each part that adds something, with what it adds. */
export function formatParts({ score, parts }: Hit): string {
  const said = parts
    .filter(({ points }) => points > 0)
    .map(({ feature, value, points }) => `${FEATURES[feature]} ${value.toFixed(2)}（+${points.toFixed(3)}）`);
  return `   得分 ${score.toFixed(3)}：${said.join(' ')}`;
}

export function formatNotes({
  understood,
  notes,
}: Pick<Answer | SearchAnswer, 'understood' | 'notes'>): string[] {
  const reason = understood.reason ? [`理解：${understood.reason}`] : [];
  return [...reason, ...notes.map((note) => `注：${note}`)];
}

export const noHits = () => '没有找到。';
