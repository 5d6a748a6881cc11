import { belongs } from './belongs.js';
import type { Evidence } from './evidence-text.js';
import type { Facts } from './find-facts.js';

/** The newspaper's or the headline's own place: its name may be put for these. */
const HOME = /我[市县区省镇州]|全[市县区省镇州]|本[市县区省]|该[市县区镇村乡]/u;

/** Whether each person and place of a sentence stands in its quotes, and is the one that the words are about. */
export function holdsNames(said: Facts, evidence: readonly Evidence[]): boolean {
  const quoted = evidence.map(({ facts, start, end }) => facts.text.slice(start, end)).join('\n');
  return said.names.every((name) => {
    const same = ({ text }: { text: string }) => text.includes(name.text) || name.text.includes(text);
    const others = evidence.flatMap(({ facts }) => facts.names.filter(({ group }) => group === name.group));
    const rivals = others.filter((other) => !same(other));
    if (quoted.includes(name.text)) {
      const right = others.filter(same);
      // What the tagger takes for a name here and not there cannot be compared, but it stands there.
      return right.length === 0 || belongs(name, right, rivals);
    }
    return name.group === 'place' && servesFromAbove(name.text, said, evidence, quoted, rivals.length);
  });
}

/** A place of the headline or the newspaper's name serves where the quoted sentence is of no other place. */
function servesFromAbove(
  place: string,
  said: Facts,
  evidence: readonly Evidence[],
  quoted: string,
  rivals: number,
): boolean {
  const bare = place.replace(/[省市县区]$/u, '');
  const isAbove = evidence.some(({ around }) => around.text.includes(bare.length >= 2 ? bare : place));
  if (!isAbove) return bare !== place && bare.length >= 2 && quoted.includes(bare);
  return (
    rivals === 0 ||
    HOME.test(quoted) ||
    said.names.some(({ text }) => text !== place && quoted.includes(text))
  );
}
