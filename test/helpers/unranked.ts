/** What a hit carries beside its text, for tests that are not about ranking. */
export const UNRANKED = { parts: [], places: [], reprintOf: null };
