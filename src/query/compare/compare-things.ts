import { cutWords, isSide } from '../follow-up-words.js';
import { splitNames } from '../split-names.js';
import { askHowMuch, type Side } from './ask-of-side.js';
import { findWhichIsMore } from './comparing-words.js';

const MOST = 4;
/** Several clauses name no things side by side: …开幕当天，…谁得分最高. */
const CLAUSES = /[，,；;。：:]/u;

/** 301路和28路哪个贵 → what each costs; null where no things are measured against each other. */
export function compareThings(text: string): Side[] | null {
  const which = findWhichIsMore(text);
  const named = which ? text.slice(0, which.index) : '';
  const names = CLAUSES.test(named) ? null : splitNames(named, 2);
  const last = names?.at(-1);
  if (!which || !names || !last || names.length > MOST) return null;
  const side = cutWords(last).at(-1);
  // 301路和28路票价: what is measured stands behind the last of them.
  const shared = side && isSide(side) && side.start > 0 ? side.word : '';
  const asked = askHowMuch(shared + which.measured, which.adjective);
  return names
    .map((name) => (shared && name.endsWith(shared) ? name.slice(0, -shared.length) : name))
    .map((name) => ({ label: name, question: name + asked }));
}
