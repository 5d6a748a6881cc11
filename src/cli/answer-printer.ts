import type { Answer, Sentence } from '../domain/answer.js';
import { formatAnswerTail, whole } from '../domain/wording/cli-answer.js';
import { formatSentence } from '../domain/wording/sentence.js';
import { escapeControls } from './escape-controls.js';
import type { Output } from './output.js';

export type AnswerPrinter = {
  /** Shows a sentence at once. */
  onSentence(sentence: Sentence): void;
  /** Shows what has not been shown yet: the rest of the sentences, the sources, the notes. */
  finish(answer: Answer): Promise<void>;
};

/** Prints one answer, sentence by sentence as they come. `beforeFirst` is called before anything shows. */
export function createAnswerPrinter(output: Output, beforeFirst: () => void = () => {}): AnswerPrinter {
  const shown: Sentence[] = [];
  let failure: unknown = null;
  let started = false;
  const print = (text: string) => {
    if (!started) beforeFirst();
    started = true;
    return output.print(text);
  };
  const printSentence = (sentence: Sentence) => print(paintMarks(formatSentence(sentence), output));
  return {
    onSentence(sentence) {
      shown.push(sentence);
      printSentence(sentence).catch((error: unknown) => {
        failure ??= error;
      });
    },
    async finish(answer) {
      if (failure !== null) throw failure;
      const kept = shown.every(({ text }, index) => answer.sentences[index]?.text === text);
      // The model failed half-way and the answer was made another way: the shown beginning is not part of it.
      if (!kept) await print(whole());
      if (answer.sentences.length === 0) await print(paintMarks(answer.answer, output));
      for (const sentence of answer.sentences.slice(kept ? shown.length : 0)) await printSentence(sentence);
      for (const line of formatAnswerTail(answer)) await print(paintTail(line, output));
    },
  };
}

const paintMarks = (text: string, { style }: Output) =>
  escapeControls(text).replace(/\[\d+\]/g, (mark) => style.mark(mark));

function paintTail({ text, quiet }: { text: string; quiet: boolean }, output: Output): string {
  return quiet ? output.style.quiet(escapeControls(text)) : paintMarks(text, output);
}
