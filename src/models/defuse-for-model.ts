/** Signs that look like the # of a fence. */
const HASHES = '#＃﹟♯⋕⌗';
/** Invisible characters hide words from a reader and cut marks that are looked for. */
const INVISIBLE = /(?![\n\t])[\p{Cf}\p{Cc}]/gu;
/** Looks like a fence: hashes around or before what could be its mark, and hashes that open a line. */
const FENCE_LIKE = new RegExp(
  `[${HASHES}](?=\\s*[\\p{L}\\p{N}]{6,})|(?<=[\\p{L}\\p{N}]{6})\\s*[${HASHES}]|^\\s*[${HASHES}]+`,
  'gmu',
);
/** What chat templates of language models are made of: <|im_start|>, <s>, </think>, [INST], <<SYS>>. */
const TEMPLATE = /<\|?\/?[a-z_|｜]{1,24}\|?>|<<\/?sys>>|\[\/?inst\]|<\|/giu;

/**
 * Text of an article or a person as a language model may read it: nothing in it can pass for a fence or for a part of
 * the model's own chat template. Only marks change, which the look-up of quotes passes over.
 */
export function defuseForModel(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(FENCE_LIKE, '＊')
    .replace(TEMPLATE, (mark) => mark.replace(/[<[]/g, '〈').replace(/[>\]]/g, '〉').replace(/[|｜]/g, '¦'));
}
