import type { Article } from './article.js';

/** An article as one of its files holds it, with that file's fingerprint. */
export type ExportedArticle = { article: Article; fingerprint: string };

/** What a backup holds; `notices` are faults that the archive itself has. */
export type BackupReport = { files: number; bytes: number; notices: string[] };
