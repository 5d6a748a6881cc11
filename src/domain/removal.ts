/** What is asked to go: files (or folders of files) by path, one issue, or articles by id. */
export type RemovalTarget =
  | { by: 'file'; path: string }
  | { by: 'issue'; newspaper: string; date: string }
  | { by: 'article'; articleIds: readonly string[] };

/** What would come of it, as the archive is now. Ids are those of articles. */
export type RemovalPlan = {
  /** The input files that the path names; empty for issues and articles. */
  files: string[];
  going: string[];
  /** They stand in other files too: a file that goes leaves them there. */
  staying: string[];
  /** Of those that go, the ones that go from several files. */
  shared: { articleId: string; files: string[] }[];
};
