import type { Answer, Hit, SearchAnswer } from '../answer.js';
import { formatSourceLine } from './source-line.js';

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

/** 1. 《太原日报》2023年2月10日第4版《…》, the passage under it. */
export function formatHit(hit: Hit): string {
  return `${hit.rank}. ${formatSourceLine(hit.article)}\n   ${hit.text.replace(/\s*\n\s*/g, '\n   ').trim()}`;
}

export function formatNotes({
  understood,
  notes,
}: Pick<Answer | SearchAnswer, 'understood' | 'notes'>): string[] {
  const reason = understood.reason ? [`理解：${understood.reason}`] : [];
  return [...reason, ...notes.map((note) => `注：${note}`)];
}

export const noHits = () => '没有找到。';
