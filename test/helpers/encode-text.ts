const tables = new Map<string, Map<string, [number, number]>>();

/** Text → bytes in an encoding that Node only reads. Throws for a character that it does not hold in two bytes. */
export function encodeText(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = tables.get(encoding) ?? buildTable(encoding);
  tables.set(encoding, table);
  const bytes = [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    const pair = code < 0x80 ? [code] : table.get(character);
    if (!pair) throw new Error(`${encoding} does not hold ${character}.`);
    return pair;
  });
  return Buffer.from(bytes);
}

function buildTable(encoding: string): Map<string, [number, number]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, [number, number]>();
  for (let lead = 0xfe; lead >= 0x81; lead--) {
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      const character = decoder.decode(Uint8Array.from([lead, trail]));
      if (character.length === 1 && character !== '\ufffd') table.set(character, [lead, trail]);
    }
  }
  return table;
}
