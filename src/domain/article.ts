/** How the issue date of an article became known. */
export type IssueDateSource = 'file' | 'text' | 'inferred' | 'given' | 'none';

export type ArticleKind = 'news' | 'brief' | 'photo-caption' | 'commentary' | 'notice' | 'poem' | 'ad';

export type ContributorRole = 'reporter' | 'correspondent' | 'photographer' | 'author';

export type Contributor = { name: string; role: ContributorRole };

/** One article (稿件) as it stands in the archive. What is not known is null; `body` is never edited later. */
export type Article = {
  /** Made from the content (see article-id.ts): the same article has the same id in every archive. */
  articleId: string;
  /** The id that the input gave it (JSON Lines `id`). */
  sourceId: string | null;
  /** The path of the file that it was read from. */
  sourceFile: string;
  newspaper: string | null;
  /** YYYY-MM-DD */
  issueDate: string | null;
  issueDateSource: IssueDateSource;
  /** Which printed words the date rests on, or why there is none: a part of a Chinese sentence for a person. */
  issueDateEvidence: string | null;
  page: string | null;
  column: string | null;
  kicker: string | null;
  headline: string | null;
  subheadline: string | null;
  dateline: string | null;
  byline: string | null;
  contributors: Contributor[];
  kind: ArticleKind;
  /** Where text is missing on the page. */
  truncated: 'start' | 'middle' | 'end' | null;
  body: string;
};

/** A slice of one article's body, the unit of indexing: `article.body.slice(start, end) === text`. */
export type Chunk = {
  /** One integer for the row, the postings and the vector. */
  chunkId: number;
  articleId: string;
  /** 0-based place among the article's chunks. */
  ordinal: number;
  /** UTF-16 offsets into the article's body. */
  start: number;
  end: number;
  text: string;
  /** The times that it speaks of, counted from its issue date; relative ones are left out where that is not known. */
  times: SpokenTime[];
  /** Codes of the administrative divisions that it or its headlines name, home city of 全市 among them (see Place). */
  places: string[];
};

/** Days that a text speaks of, YYYY-MM-DD, both ends inclusive, with the words that name them. */
export type SpokenTime = { from: string; to: string; text: string };
