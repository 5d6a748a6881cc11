/** Of the 255 bytes that file systems take for one name. */
const LONGEST_START = 140;
const LONGEST_END = 60;

/**
 * A member's name as a path inside a folder, or null where it points outside or is none: absolute, with a drive's
 * letter, with .. or a NUL. Names that are too long for a file system (a headline in GBK takes half as many bytes
 * more in UTF-8) lose their middle.
 */
export function toSafePath(name: string): string | null {
  if (name.startsWith('/') || /^[a-z]:/iu.test(name) || name.includes('\0')) return null;
  const names = name.split('/').filter((part) => part !== '' && part !== '.');
  if (!names.length || names.includes('..')) return null;
  return names.map(shorten).join('/');
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_START + LONGEST_END) return name;
  const characters = [...name];
  const start = takeBytes(characters, LONGEST_START);
  const end = takeBytes([...characters].reverse(), LONGEST_END).reverse();
  return [...start, '…', ...end].join('');
}

function takeBytes(characters: readonly string[], limit: number): string[] {
  let bytes = 0;
  const end = characters.findIndex((character) => {
    bytes += Buffer.byteLength(character);
    return bytes > limit;
  });
  return end < 0 ? [...characters] : characters.slice(0, end);
}
