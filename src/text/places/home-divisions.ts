import { gazetteer } from './gazetteer.js';
import type { Division } from './load-divisions.js';

const MUNICIPALITIES: ReadonlySet<string> = new Set(['11', '12', '31', '50']);
const REGIONS_WITH_OWN_RULE: ReadonlySet<string> = new Set(['15', '45', '54', '64', '65']);

/** What 我市, 全省, 本县 mean to a newspaper whose home has these codes; null where its home says nothing of the kind. */
export function homeDivisions(word: string, home: readonly string[]): readonly Division[] | null {
  const kind = word.slice(-1);
  const codes = new Set(home.flatMap((code) => codeOfKind(kind, code) ?? []));
  const { nameOf } = gazetteer();
  const divisions = [...codes].flatMap((code) => {
    const name = nameOf.get(code);
    return name ? [{ code, name }] : [];
  });
  return divisions.length ? divisions : null;
}

function codeOfKind(kind: string, home: string): string | null {
  const province = home.slice(0, 2);
  if (kind === '省')
    return MUNICIPALITIES.has(province) || REGIONS_WITH_OWN_RULE.has(province) ? null : province;
  if (kind === '市') return cityOf(home);
  if (kind === '州') return isCalled(home.slice(0, 4), '州') ? home.slice(0, 4) : null;
  if (kind === '区' && REGIONS_WITH_OWN_RULE.has(home)) return home;
  return home.length >= 6 && isCalled(home.slice(0, 6), kind) ? home.slice(0, 6) : null;
}

function cityOf(home: string): string | null {
  if (MUNICIPALITIES.has(home.slice(0, 2))) return home.slice(0, 2);
  if (home.length >= 6 && isCalled(home.slice(0, 6), '市')) return home.slice(0, 6);
  return home.length >= 4 ? home.slice(0, 4) : null;
}

const isCalled = (code: string, kind: string): boolean =>
  gazetteer().nameOf.get(code)?.endsWith(kind) === true;
