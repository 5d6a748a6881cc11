/** Something in a folded text that a sentence may state of a thing, and state of the wrong one. */
export type Value = { start: number; end: number };
