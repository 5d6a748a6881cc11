/** A line of jieba's dictionary, `黄寨镇 5 ns`: the word, its frequency and its part of speech. */
export const toLine = (word: string, frequency: number, tag: string): string => `${word} ${frequency} ${tag}`;

export function parseLine(line: string): { word: string; frequency: number; tag: string } {
  const [word = '', frequency, tag = ''] = line.trimEnd().split(' ');
  return { word, frequency: Number(frequency), tag };
}

/** Holds the frequencies of words that are not loaded: of characters for private use, in an order that says nothing. */
export const FREQUENCY_HOLDER = '\uE000\uF8FF\uE001\uF8FE';
