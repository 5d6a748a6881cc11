import * as wording from '../../domain/wording/telegram.js';
import { dayInShanghai } from '../../text/calendar.js';
import { escapeHtml } from '../escape-html.js';
import { renderHits } from '../render-hits.js';
import type { Turn } from '../turn.js';
import { whileTyping } from '../while-typing.js';

/** As many passages as fit one message. */
const HITS = 8;

export async function search(turn: Turn): Promise<void> {
  const words = turn.argument.trim();
  if (words === '') return turn.say(wording.searchWordsMissing());
  const { conversations, now, service } = turn.parts;
  const askedOn = conversations.askedOn(turn.place) ?? dayInShanghai(now());
  const found = await whileTyping(turn.api, turn.place, turn.parts, () =>
    service.search({ question: words, askedOn, filter: {}, history: [] }, HITS),
  );
  const { html, buttons } = renderHits(found);
  const lead = found.hits.length === 0 ? [escapeHtml(wording.nothingFound(words))] : [];
  await turn.show([...lead, html].filter(Boolean).join('\n\n'), buttons);
}
