import type { Filter } from '../domain/query.js';
import { askedOnNotice } from '../domain/wording/telegram.js';
import { newspaperNotice } from '../domain/wording/telegram-archive.js';
import { dayInShanghai } from '../text/calendar.js';
import type { Turn } from './turn.js';

/** The day that this chat's 今年 and 昨天 count from. */
export function askedOnOf({ parts, place }: Turn): string {
  return parts.conversations.askedOn(place) ?? dayInShanghai(parts.now());
}

/** What this chat is limited to. */
export function filterOf({ parts, place }: Turn): Filter {
  const newspaper = parts.conversations.newspaper(place);
  return newspaper === null ? {} : { newspaper };
}

/** A remark for each thing that was set for this chat, shown under what it changes. */
export function describeLimits({ parts, place }: Turn): string[] {
  const askedOn = parts.conversations.askedOn(place);
  return [...(askedOn === null ? [] : [askedOnNotice(askedOn)]), ...describeNewspaper({ parts, place })];
}

/** The same where the day changes nothing. */
export function describeNewspaper({ parts, place }: Pick<Turn, 'parts' | 'place'>): string[] {
  const newspaper = parts.conversations.newspaper(place);
  return newspaper === null ? [] : [newspaperNotice(newspaper)];
}
