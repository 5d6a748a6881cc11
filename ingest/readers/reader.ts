import type { OpenWithSiblings } from '../continue/sibling-finder.js';
import type { Encoding } from '../files/encoding/encodings.js';
import type { RawArticle } from '../raw-article.js';
import type { FieldNames } from './records/field-names.js';

/**
 * What the person said on the command line. It outweighs the names of files and folders and what can be read off a
 * page; a field of a record that says it for its own article stands.
 */
export type GivenFacts = {
  newspaper: string | null;
  date: string | null;
  page: string | null;
  /** The encoding of files of text as TextDecoder names it; null where it is to be found for each file. */
  encoding: Encoding | null;
  /** Which field of a record (value) holds what (key), beside the names that are known. */
  fields: FieldNames;
};

/** Newspaper, date (YYYY-MM-DD) and page, as far as they are known. */
export type PrintedFacts = Pick<GivenFacts, 'newspaper' | 'date' | 'page'>;

/** How a file is to be read, and who hears of it. */
export type Reading = {
  given: GivenFacts;
  /** Opens a page with those that its articles go on or began on. */
  openWithSiblings: OpenWithSiblings;
  /** Something was passed over; the sentence says what and where. */
  onProblem: (sentence: string) => void;
  /** Tells a person how the file was taken apart; only called where it is wanted. */
  onExplain: ((text: string) => void) | null;
};

/** One format: which files it takes and how they become articles. Adding a format is adding one of these. */
export type Reader = {
  /** Of its files' names, with the dot, as a person is told them. */
  endings: readonly string[];
  /** Judges by the name alone, without a trailing .gz. The first reader of the table that accepts a file reads it. */
  accepts(path: string): boolean;
  /**
   * Other files that decide what this one gives: its headline in a file of its own, the index of its page. They enter
   * the file's fingerprint; such a file gives nothing by itself and is passed over in folders.
   */
  companions?: {
    isOne(path: string): boolean;
    /** Of this file, those that exist. */
    find(path: string): Promise<string[]>;
  };
  /** @throws InputError when nothing of the file can be taken in. */
  read(path: string, reading: Reading): AsyncIterable<RawArticle>;
};
