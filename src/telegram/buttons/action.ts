/** What a button does when it is pressed; kept as JSON. */
export type Action =
  /** Sends an article from its n-th message on. */
  { kind: 'article'; articleId: string; firstMessage: number } | { kind: 'unfollow'; followId: number };

export type Button = { text: string; action: Action };
