import type { Answer } from '../../src/domain/answer.js';
import type { AskService } from '../../src/domain/ports.js';
import { answerWith, shoutingService } from './telegram-bot.js';
import { TelegramServer } from './telegram-server.js';

export const FIRST = '阳曲县今年将办好七件民生实事。';
export const SECOND = '一是新建幼儿园2所。';
/** What is finished with where the test says nothing else. */
const WHOLE = answerWith({
  answer: `${FIRST} [1]\n${SECOND} [1]`,
  sentences: [
    { text: FIRST, citations: [1] },
    { text: SECOND, citations: [1] },
  ],
});
/** Waits of milliseconds instead of seconds. */
export const STREAMING = {
  streamAfter: 5,
  stopAfter: 15,
  draftEvery: 1,
  editEvery: 20,
  editEveryInGroups: 20,
};

/** A service whose sentences come when the test says so. */
export function slowService() {
  let onSentence: Parameters<AskService['ask']>[1];
  let finish: (answer: Answer) => void = () => {};
  let fail: (error: Error) => void = () => {};
  let signal: AbortSignal | undefined;
  const ask: AskService['ask'] = (_question, given, stop) => {
    onSentence = given;
    signal = stop;
    return new Promise<Answer>((done, broken) => {
      finish = done;
      fail = broken;
    });
  };
  return {
    service: { ...shoutingService, ask },
    say: (text: string) => onSentence?.({ text, citations: [1] }),
    finish: (answer = WHOLE) => finish(answer),
    fail: (error: Error) => fail(error),
    aborted: () => signal?.aborted === true,
  };
}

/** A server from before drafts. */
export const olderServer = async (): Promise<TelegramServer> => {
  const telegram = await TelegramServer.start();
  telegram.unknown.add('sendMessageDraft');
  return telegram;
};
