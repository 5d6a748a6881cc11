// Everything that steers a terminal or turns the direction of writing, except line breaks and tabs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text of an article or a person as a terminal may show it: what would steer the terminal becomes �. */
export function escapeControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, '\ufffd');
}
