import { scanNames } from './scan-names.js';

/** 山西省太原市 → 太原市: the last name of a run; other words come back as they are. */
export function innermostName(run: string): string {
  const last = scanNames(run).at(-1);
  return last && last.end === run.length ? run.slice(last.start) : run;
}
