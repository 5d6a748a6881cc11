import type { Place } from './place.js';

/** What the bot remembers of the chats while it runs. */
export type Conversations = {
  /** The last questions in this chat and topic, oldest first. */
  history(place: Place): readonly string[];
  remember(place: Place, question: string): void;
  /** The last question of this wording was edited. */
  reword(place: Place, before: string, question: string): void;
  /** The asked-on date that was set for this chat; null: today. */
  askedOn(place: Place): string | null;
  setAskedOn(place: Place, day: string | null): void;
};

const QUESTIONS_KEPT = 4;
const CHATS_KEPT = 10_000;

export function createConversations(): Conversations {
  const questions = new Map<string, readonly string[]>();
  const days = new Map<number, string>();
  return {
    history: (place) => questions.get(topicKey(place)) ?? [],
    remember: (place, question) => {
      const key = topicKey(place);
      const kept = [...(questions.get(key) ?? []), question].slice(-QUESTIONS_KEPT);
      putNewest(questions, key, kept);
    },
    reword: (place, before, question) => {
      const key = topicKey(place);
      const kept = [...(questions.get(key) ?? [])];
      const at = kept.lastIndexOf(before);
      if (at >= 0) kept[at] = question;
      putNewest(questions, key, kept);
    },
    askedOn: (place) => days.get(place.chatId) ?? null,
    setAskedOn: (place, day) => {
      if (day === null) days.delete(place.chatId);
      else putNewest(days, place.chatId, day);
    },
  };
}

function topicKey({ chatId, topicId }: Place): string {
  return `${chatId}/${topicId ?? ''}`;
}

/** A Map keeps its order: the first key is the one unused for longest. */
function putNewest<K, V>(map: Map<K, V>, key: K, value: V): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > CHATS_KEPT && oldest !== undefined) map.delete(oldest);
}
