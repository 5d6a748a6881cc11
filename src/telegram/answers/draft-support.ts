/** Whether the server has sendMessageDraft: null before the first try, false where it never will. */
export type DraftSupport = { known: boolean | null };
