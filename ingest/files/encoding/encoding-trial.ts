import type { Encoding } from './encodings.js';
import { StrictDecoder } from './strict-decoder.js';
import { weighCharacter } from './weigh-character.js';

/** Characters beyond ASCII that are weighed; more change nothing. */
const WEIGHED = 4000;
/** Fewer than these may by chance be rare ones, in a headline. */
const FEW = 20;
const BEYOND_ASCII = /[^\p{ASCII}\s\ufeff]/gu;
const HAN = /\p{Script=Han}/u;

/** Reads bytes as if they were in one encoding, and tells how well that goes. */
export class EncodingTrial {
  /** Some of the bytes are no clean text in this encoding. */
  isDead = false;
  /** Chinese characters among those weighed. */
  chinese = 0;
  private weighed = 0;
  private weight = 0;
  private readonly decoder: StrictDecoder;

  constructor(readonly encoding: Encoding) {
    this.decoder = new StrictDecoder(encoding);
  }

  /** Takes the next piece; none stands for the end. */
  push(piece?: Uint8Array): void {
    if (this.isDead) return;
    const text = this.decoder.decode(piece);
    if (text === null) this.isDead = true;
    else if (!this.isFull) this.weigh(text);
  }

  get isFull(): boolean {
    return this.weighed >= WEIGHED;
  }

  get isShort(): boolean {
    return this.weighed < FEW;
  }

  /** Of the characters beyond ASCII the share that print commonly holds, 0 to 1; 1 where there are none. */
  get share(): number {
    return this.weighed ? this.weight / this.weighed : 1;
  }

  private weigh(text: string): void {
    for (const [character] of text.matchAll(BEYOND_ASCII)) {
      this.weighed++;
      this.weight += weighCharacter(character);
      if (HAN.test(character)) this.chinese++;
      if (this.isFull) return;
    }
  }
}
