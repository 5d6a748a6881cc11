import type { Question } from '../../domain/query.js';
import * as wording from '../../domain/wording/telegram-answers.js';
import { findMoreHits } from '../answers/more-hits.js';
import { renderHits } from '../render-hits.js';
import { whileTyping } from '../while-typing.js';
import type { Action, Button } from './action.js';
import type { Press } from './table.js';

/** So many passages fit one message. */
const HITS_A_PAGE = 5;

/** What the search finds for the question of an answer besides what the answer cites. */
export async function showMore(
  press: Press,
  { answerId, from }: Extract<Action, { kind: 'more' }>,
): Promise<void> {
  const kept = press.parts.store.answers.find(answerId);
  if (kept === null) return press.say(wording.answerForgotten());
  const hits = await whileTyping(press.api, press.place, press.parts, () =>
    findMoreHits(press.parts.service, JSON.parse(kept.asked) as Question, kept.articleIds),
  );
  const texts = hits.filter(({ reprintOf }) => reprintOf === null);
  const page = texts.slice(from, from + HITS_A_PAGE);
  if (page.length === 0) return press.say(wording.noMoreHits());
  const ids = new Set(page.map(({ article }) => article.articleId));
  const reprints = hits.filter(({ reprintOf }) => reprintOf !== null && ids.has(reprintOf));
  const { html, buttons } = renderHits({ hits: [...page, ...reprints], notes: [] });
  const next = from + HITS_A_PAGE;
  const more: Button[][] =
    next < texts.length
      ? [[{ text: wording.nextHitsButton(), action: { kind: 'more', answerId, from: next } }]]
      : [];
  await press.show(html, [...buttons, ...more]);
}
