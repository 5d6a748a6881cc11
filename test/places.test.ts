import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liesWithin, placesMeet } from '../src/text/places/containment.js';
import { EARLIER_NAMES } from '../src/text/places/earlier-names.js';
import { findHome } from '../src/text/places/find-home.js';
import { gazetteer } from '../src/text/places/gazetteer.js';
import { listPlaceNames } from '../src/text/places/list-place-names.js';
import { lookUpPlace } from '../src/text/places/look-up-place.js';
import { REGIONS } from '../src/text/places/regions.js';

describe('findHome', () => {
  it.each([
    ['太原日报', ['1401']],
    ['太原晚报社', ['1401']],
    ['山西日报', ['14']],
    ['山西经济日报', ['14']],
    ['吕梁日报', ['1411']],
    ['晋中晚报', ['1407']],
    ['阳曲报', ['140122']],
    ['汾阳市报', ['141182']],
    ['三晋都市报', ['14']],
    ['齐鲁晚报', ['37']],
    ['新华日报', ['32']],
    ['朝阳日报', ['2113']],
    ['安康日报', ['6109']],
    ['海南日报', ['46']],
    ['吉林日报', ['22']],
    ['北京青年报', ['11']],
    ['内蒙古日报', ['15']],
    ['《太原日报》', ['1401']],
  ])('%s is of %j', (newspaper, codes) => {
    expect(findHome(newspaper)?.codes).toEqual(codes);
  });

  it.each([
    '人民日报',
    '光明日报',
    '新华每日电讯',
    '经济日报',
    '中国青年报',
    '参考消息',
    '健康报',
    '合作报',
    '',
    null,
  ])('%s says no home', (newspaper) => {
    expect(findHome(newspaper)).toBeNull();
  });
});

describe('lookUpPlace', () => {
  it.each([
    ['吕梁', '吕梁市', ['1411']],
    ['阳曲', '阳曲县', ['140122']],
    [' 山西太原 ', '太原市', ['1401']],
    ['太原市阳曲县', '阳曲县', ['140122']],
    ['合作', '合作市', ['623001']],
    ['襄樊', '襄阳市', ['4206']],
    ['京津冀', '京津冀', ['11', '12', '13']],
    ['青沙县', '青沙县', []],
    ['全市', '全市', []],
    ['随便什么', '随便什么', []],
    ['太原和吕梁', '太原和吕梁', []],
  ])('%s is %s %j', (name, fullName, codes) => {
    expect(lookUpPlace(name)).toMatchObject({ name: fullName, codes });
  });

  it('chooses among homonyms by the newspaper', () => {
    expect(lookUpPlace('鼓楼区', ['3201']).codes).toEqual(['320106']);
    expect(lookUpPlace('鼓楼区').codes).toHaveLength(4);
  });
});

describe('containment', () => {
  const codes = fc.array(
    fc.constantFrom('14', '1401', '140122', '140122103', '1411', '141102', '11', '110105'),
  );

  it('is a prefix, so that what lies in a county lies in its city and province', () => {
    for (const code of gazetteer().nameOf.keys()) {
      for (let digits = 2; digits <= code.length; digits += 2)
        expect(liesWithin(code, code.slice(0, digits))).toBe(true);
    }
    expect(liesWithin('1401', '140122')).toBe(false);
    expect(liesWithin('1403', '1401')).toBe(false);
  });

  it('meets a text that names the asked place or one inside it, and no other', () => {
    const lvliang = lookUpPlace('吕梁');
    expect(placesMeet(lvliang, ['141102'])).toBe(true);
    expect(placesMeet(lvliang, new Set(['14', '1401']))).toBe(false);
    expect(placesMeet(lookUpPlace('阳曲县'), lookUpPlace('阳泉').codes)).toBe(false);
    expect(placesMeet(lookUpPlace('青沙县'), ['14'])).toBe(false);
  });

  it('a larger place meets whatever a smaller one in it meets', () => {
    fc.assert(
      fc.property(codes, fc.constantFrom('1401', '140122', '141102', '110105'), (found, code) => {
        const place = (one: string) => ({ text: '', name: '', codes: [one] });
        if (placesMeet(place(code), found)) expect(placesMeet(place(code.slice(0, 2)), found)).toBe(true);
      }),
    );
  });
});

describe('the gazetteer', () => {
  it('knows every code that stands for an earlier name or a region', () => {
    const { nameOf } = gazetteer();
    const written = [...EARLIER_NAMES.map(([, codes]) => codes), ...Object.values(REGIONS)].flat();
    expect(written.filter((code) => !nameOf.has(code))).toEqual([]);
  });

  it('does not call a division of today by an earlier name', () => {
    const today = new Set(listPlaceNames().filter((name) => !/[镇乡]$|街道$/u.test(name)));
    expect(EARLIER_NAMES.map(([name]) => name).filter((name) => today.has(name))).toEqual([]);
  });

  it('lists each full name once for the segmenter', () => {
    const names = listPlaceNames();
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['山西省', '太原市', '阳曲县', '泥屯镇']));
    expect(names).not.toContain('市辖区');
  });
});
