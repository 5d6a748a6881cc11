import type { Call } from '../telegram-server.js';

/** The most messages that the server took within any stretch of so many milliseconds, overall and in the busiest chat. */
export function measureSends(
  calls: readonly Call[],
  { overall, chat }: { overall: number; chat: number },
): { overall: number; chat: number } {
  const sends = calls.filter(({ method }) => method === 'sendMessage');
  const chats = new Map<unknown, number[]>();
  for (const { payload, at } of sends) {
    chats.set(payload.chat_id, [...(chats.get(payload.chat_id) ?? []), at]);
  }
  return {
    overall: most(
      sends.map(({ at }) => at),
      overall,
    ),
    chat: Math.max(0, ...[...chats.values()].map((times) => most(times, chat))),
  };
}

function most(times: readonly number[], within: number): number {
  let first = 0;
  let highest = 0;
  for (const [index, time] of times.entries()) {
    while ((times[first] ?? time) <= time - within) first += 1;
    highest = Math.max(highest, index - first + 1);
  }
  return highest;
}
