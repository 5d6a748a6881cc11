import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlacesInArticle } from '../src/text/places/find-places-in-article.js';

const TAIYUAN = ['1401'];

const show = (text: string, home: readonly string[] = []): string =>
  findPlacesInArticle(text, home)
    .map((place) => `${place.text}:${place.codes.join(',')}`)
    .join(' ');

describe('findPlacesInArticle', () => {
  it.each([
    ['本报讯（记者张三）2月8日，阳曲县召开会议，泥屯镇参加。', '阳曲县:140122 泥屯镇:140122103'],
    ['记者从太原市迎泽区获悉，小店区也将动工。', '太原市迎泽区:140106 小店区:140105'],
    ['对口支援新疆阿克苏地区。', '新疆阿克苏地区:6529'],
    ['沈阳、长春、西安等地', '沈阳:2101 长春:2201 西安:6101'],
    ['襄樊市与京津冀', '襄樊市:4206 京津冀:11,12,13'],
  ])('%s → %s', (text, places) => {
    expect(show(text)).toBe(places);
  });

  it.each([
    ['我市今年将新建学校。', '我市:1401'],
    ['全省经济工作会议', '全省:14'],
    ['本市居民', '本市:1401'],
    ['健全市场机制，保安全市民满意', ''],
  ])('a newspaper of 太原 says %s → %s', (text, places) => {
    expect(show(text, TAIYUAN)).toBe(places);
  });

  it.each([
    ['我市与全省', ['14'], '全省:14'],
    ['我市与全县', ['140122'], '我市:1401 全县:140122'],
    ['全市和我省', ['31'], '全市:31'],
    ['全区工作会议', ['15'], '全区:15'],
    ['我市', ['141182'], '我市:141182'],
    ['我市与全省', [], ''],
  ])('%s in a newspaper of %j → %s', (text, home, places) => {
    expect(show(text, home)).toBe(places);
  });

  it('chooses among homonyms by the other places of the text, then by the home', () => {
    expect(show('南京市的鼓楼区', ['3501'])).toBe('南京市:3201 鼓楼区:320106');
    expect(show('鼓楼区', ['3501'])).toBe('鼓楼区:350102');
    expect(show('鼓楼区')).toBe('鼓楼区:320106,320302,350102,410204');
    expect(show('城关镇的集市')).toBe('城关镇:');
  });

  it('takes an ordinary word for a place only where its full name stands in the same text', () => {
    expect(show('双方加强合作，和平与发展')).toBe('');
    expect(show('小店的生意', TAIYUAN)).toBe('');
    expect(show('小店区召开会议，小店各乡镇参加', TAIYUAN)).toBe('小店区:140105 小店:140105');
  });

  it('takes a short form that only the gazetteer knows where the newspaper or the text is near it', () => {
    expect(show('方志记载，清徐产醋', TAIYUAN)).toBe('清徐:140121');
    expect(show('山西的清徐产醋')).toBe('山西:14 清徐:140121');
  });

  it.each([
    ...[
      '南京路步行街',
      '山西大学的学生',
      '太原理工大学',
      '北京时间8日',
      '长安街上',
      '孙中山先生',
      '长白山下',
      '上海合作组织',
    ],
    ...[
      '澜沧江水',
      '白沙河边',
      '东西安全',
      '海滨城市',
      '巴中两国',
      '新华社记者',
      '老城区改造',
      '记者徐永春',
      '宁德时代',
    ],
  ])('%s names no place', (text) => {
    expect(show(text)).toBe('');
  });

  it('gives places that stand in the text as they are, in order and apart', () => {
    const pieces = fc.constantFrom(
      '太原',
      '阳曲县',
      '我市',
      '朝阳',
      '山西',
      '，',
      '和',
      '泥屯镇',
      '城区',
      '市',
      '路',
      'a',
      '。',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const place of findPlacesInArticle(text, TAIYUAN)) {
          expect(place.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(place.start, place.end)).toBe(place.text);
          end = place.end;
        }
      }),
    );
  });
});
