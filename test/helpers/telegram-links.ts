/** What the real Telegram makes a link of by itself, roughly: enough to see that nothing of it is left in a text. */
export const TELEGRAM_LINKS =
  /[a-z][a-z0-9+.-]*:\/\/|[\p{L}\p{N}-]+\.\p{L}{2,}|(?<![\p{L}\p{N}_])[@#$]\w+|(?<![\p{L}\p{N}_/<>])\/[a-z]\w*|[\w.]+@[\w]/iu;

/** What steers a terminal or turns the direction of writing. */
export const STEERING = /(?![\n\t\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
