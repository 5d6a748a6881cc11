/** Whether this bot has sendMessageDraft on its server: null before the first try, false where it never will. */
export type DraftSupport = { known: boolean | null };
