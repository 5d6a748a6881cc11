import type { Encoding } from './encodings.js';

/** In no text: what only binary data or a wrong reading gives. */
const IMPOSSIBLE = /[\0\ufffe\uffff]/u;
/** Places that the tables leave open; Node's decoder puts there what it has no character for. */
const UNKNOWN: { [name: Encoding]: RegExp } = {
  gb18030: /[\ue865-\uf8ff]/u,
  big5: /[\ue000-\uf8ff]/u,
};

/** Decodes pieces of bytes, one after the other; nothing is replaced or left out but the mark at the beginning. */
export class StrictDecoder {
  private readonly decoder: InstanceType<typeof TextDecoder>;

  constructor(readonly encoding: Encoding) {
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  /** The text of the next piece, or the last of it without one; null where the bytes are no clean text. */
  decode(piece?: Uint8Array): string | null {
    try {
      const text = piece ? this.decoder.decode(piece, { stream: true }) : this.decoder.decode();
      return IMPOSSIBLE.test(text) || UNKNOWN[this.encoding]?.test(text) ? null : text;
    } catch {
      return null;
    }
  }
}
