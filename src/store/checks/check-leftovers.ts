import type { Check } from '../../domain/ports.js';
import { leftoversCheck } from '../../domain/wording/store.js';
import { off } from './check-line.js';
import { findLeftovers } from './find-leftovers.js';

export function checkLeftovers(dataDir: string): Check[] {
  const found = findLeftovers(dataDir);
  return found.length === 0
    ? []
    : [off(leftoversCheck.name, leftoversCheck.found(found.length), leftoversCheck.mend())];
}
