import type { ChatAndTopic, ConversationStore } from '../store/bot/conversation-store.js';

/** What the bot remembers of the chats. */
export type Conversations = {
  /** The last questions in this chat and topic, oldest first. */
  history(place: ChatAndTopic): readonly string[];
  remember(place: ChatAndTopic, question: string): void;
  /** The last question of this wording was edited. */
  reword(place: ChatAndTopic, before: string, question: string): void;
  /** The asked-on date that was set for this chat; null: today. */
  askedOn(place: ChatAndTopic): string | null;
  setAskedOn(place: ChatAndTopic, day: string | null): void;
  /** The newspaper that this chat was limited to; null: all. */
  newspaper(place: ChatAndTopic): string | null;
  setNewspaper(place: ChatAndTopic, newspaper: string | null): void;
  /** Questions, day and newspaper. */
  forget(place: ChatAndTopic): void;
};

/** The kept conversations, with the clock that says when they were last used. */
export function createConversations(store: ConversationStore, now: () => Date): Conversations {
  const settings = ({ chatId }: ChatAndTopic) => store.loadSettings(chatId);
  return {
    history: (place) => store.loadQuestions(place),
    remember: (place, question) => store.remember(place, question, now()),
    reword: (place, before, question) => store.reword(place, before, question, now()),
    askedOn: (place) => settings(place).askedOn,
    setAskedOn: (place, askedOn) => store.saveSettings(place.chatId, { ...settings(place), askedOn }, now()),
    newspaper: (place) => settings(place).newspaper,
    setNewspaper: (place, newspaper) =>
      store.saveSettings(place.chatId, { ...settings(place), newspaper }, now()),
    forget: (place) => store.forget(place),
  };
}
