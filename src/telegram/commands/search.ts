import type { Hit } from '../../domain/answer.js';
import { nothingFound, searchWordsMissing } from '../../domain/wording/telegram.js';
import { moreButton } from '../../domain/wording/telegram-archive.js';
import type { Action } from '../buttons/action.js';
import { askedOnOf, describeLimits, filterOf } from '../chat-limits.js';
import { echo } from '../echo.js';
import { escapeHtml } from '../escape-html.js';
import { renderHits } from '../render-hits.js';
import type { Turn } from '../turn.js';
import { whileTyping } from '../while-typing.js';
import { refuseToAsk } from './ask.js';

/** As many passages as fit one message. */
const HITS = 8;

export async function search(turn: Turn): Promise<void> {
  const words = turn.argument.trim();
  if (words === '') return turn.say(searchWordsMissing());
  const refusal = refuseToAsk(words);
  if (refusal !== null) return turn.say(refusal);
  const limits = describeLimits(turn);
  await showHits(turn, {
    kind: 'search',
    words,
    askedOn: askedOnOf(turn),
    filter: filterOf(turn),
    limits,
    shown: 0,
  });
}

/** The passages behind those that were shown, found again as they were then. */
export async function showHits(turn: Turn, page: Extract<Action, { kind: 'search' }>): Promise<void> {
  const { words: question, askedOn, filter, limits, shown } = page;
  const { hits, ...found } = await whileTyping(turn.api, turn.place, turn.parts, () =>
    // One more tells whether there is more.
    turn.parts.service.search({ question, askedOn, filter, history: [] }, shown + HITS + 1),
  );
  const here = withOriginals(hits.slice(shown, shown + HITS));
  const notes = [...(shown === 0 ? found.notes : []), ...limits];
  const { html, buttons } = renderHits({ ...found, hits: here, notes });
  const lead = here.length === 0 ? [escapeHtml(nothingFound(echo(question)))] : [];
  const next: Action = { ...page, shown: shown + HITS };
  const rows = hits.length > shown + HITS ? [...buttons, [{ text: moreButton(), action: next }]] : buttons;
  await turn.show([...lead, html].filter(Boolean).join('\n\n'), rows);
}

/** A reprint of what stood on an earlier page stands for itself. */
function withOriginals(hits: readonly Hit[]): Hit[] {
  const ids = new Set(hits.map(({ article }) => article.articleId));
  return hits.map((hit) =>
    hit.reprintOf === null || ids.has(hit.reprintOf) ? hit : { ...hit, reprintOf: null },
  );
}
