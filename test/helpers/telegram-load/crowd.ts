import type { User } from 'grammy/types';
import type { Shown, TelegramServer } from '../telegram-server.js';
import { writePrivately } from '../telegram-updates.js';
import { type Draw, drawSome } from './draw.js';
import { LOAD_QUESTIONS } from './questions.js';

const FIRST_USER = 10_001;
/** What the bot says where it cannot know whether an answer arrived. */
const NOTICE = /没有看到回答/;
/** Milliseconds after which nothing more is on its way to a chat. */
const SILENCE = 4000;

type Asked = { chatId: number; markers: string[]; at: number };

/** What became of the questions of one round. */
export type Outcome = {
  asked: number;
  /** Answered once, and nothing else was said. */
  once: number;
  /** Answered once, and told that the answer may be lost. */
  onceAndTold: number;
  /** Not answered, and told so. */
  told: number;
  twice: number;
  lost: number;
  /** Chats whose answers stand in another order than the questions. */
  disordered: number;
  /** What was lost, and what stands in its chat instead. */
  losses: string[];
  /** Other sentences in the chats: apologies, refusals. */
  others: string[];
  /** Milliseconds from the question to its answer. */
  times: number[];
};

export type Crowd = {
  userIds: number[];
  /** Everybody asks their questions at once. */
  ask(): void;
  /** Each question of the round has an answer or a sentence in its place. */
  isServed(): boolean;
  judge(): Outcome;
};

/** People who write privately, each so many questions at once. */
export function createCrowd(
  telegram: TelegramServer,
  { users, questions, draw }: { users: number; questions: number; draw: Draw },
): Crowd {
  const people: User[] = Array.from({ length: users }, (_, index) => ({
    id: FIRST_USER + index,
    is_bot: false,
    first_name: `读者${index + 1}`,
  }));
  let round: Asked[] = [];
  let shownBefore = 0;

  const shownTo = () => {
    const chats = new Map<number, Shown[]>();
    for (const shown of telegram.shown.slice(shownBefore)) {
      chats.set(shown.chatId, [...(chats.get(shown.chatId) ?? []), shown]);
    }
    return chats;
  };

  return {
    userIds: people.map(({ id }) => id),
    ask() {
      shownBefore = telegram.shown.length;
      round = people.map((person) => {
        const drawn = drawSome(LOAD_QUESTIONS, questions, draw);
        for (const { question } of drawn) writePrivately(telegram, person, question);
        return { chatId: person.id, markers: drawn.map(({ marker }) => marker), at: performance.now() };
      });
    },
    isServed() {
      const chats = shownTo();
      return round.every(({ chatId, markers }) => isServed(markers, chats.get(chatId) ?? []));
    },
    judge() {
      const chats = shownTo();
      const outcomes = round.map((asked) => judgeChat(asked, chats.get(asked.chatId) ?? []));
      return outcomes.reduce(addOutcomes);
    },
  };
}

function isServed(markers: readonly string[], shown: readonly Shown[]): boolean {
  const isAnswered = (marker: string) => shown.some(({ text }) => text.includes(marker));
  const missing = markers.filter((marker) => !isAnswered(marker));
  const notices = shown.filter(({ text }) => NOTICE.test(text)).length;
  if (missing.length > notices) return false;
  // A notice may stand for the question before, which was answered all the same, while the last one is still looked for.
  const last = Math.max(...shown.map(({ at }) => at));
  return isAnswered(markers.at(-1) ?? '') || performance.now() - last > SILENCE;
}

function judgeChat({ markers, at }: Asked, shown: readonly Shown[]): Outcome {
  const answers = markers.map((marker) => shown.filter(({ text }) => text.includes(marker)));
  const answered = answers.filter(({ length }) => length > 0);
  const notices = shown.filter(({ text }) => NOTICE.test(text)).length;
  const missing = markers.length - answered.length;
  const told = Math.min(missing, notices);
  const twice = answers.filter(({ length }) => length > 1).length;
  const single = answered.length - twice;
  const onceAndTold = Math.min(single, notices - told);
  const first = answered.map(([answer]) => shown.indexOf(answer as Shown));
  return {
    asked: markers.length,
    once: single - onceAndTold,
    onceAndTold,
    told,
    twice,
    lost: missing - told,
    losses: missing > told ? [`${markers} | ${shown.map(({ text }) => text.slice(0, 40)).join(' / ')}`] : [],
    disordered: first.some((place, index) => index > 0 && place < (first[index - 1] ?? 0)) ? 1 : 0,
    others: shown
      .map(({ text }) => text)
      .filter((text) => !NOTICE.test(text) && !markers.some((marker) => text.includes(marker))),
    times: answered.map(([answer]) => (answer?.at ?? 0) - at),
  };
}

export function addOutcomes(left: Outcome, right: Outcome): Outcome {
  return {
    asked: left.asked + right.asked,
    once: left.once + right.once,
    onceAndTold: left.onceAndTold + right.onceAndTold,
    told: left.told + right.told,
    twice: left.twice + right.twice,
    lost: left.lost + right.lost,
    disordered: left.disordered + right.disordered,
    losses: [...left.losses, ...right.losses],
    others: [...left.others, ...right.others],
    times: [...left.times, ...right.times],
  };
}
