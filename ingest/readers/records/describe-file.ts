import { dirname } from 'node:path';
import { findDayWords, parseFileFacts } from '../../pages/issue/file-facts.js';
import type { RecordSetting } from './build-record-article.js';

/** What the names of a file and its folders say of the issue of its records. */
export const describeFile = (path: string): RecordSetting['file'] => ({
  ...parseFileFacts(path),
  newspaperAbove: parseFileFacts(dirname(path)).newspaper,
  dayWords: findDayWords(path),
});
