import { describe, expect, it } from 'vitest';
import { endsInCredit, endsInSignature, findSignature } from '../ingest/pages/text/signature.js';

describe('findSignature', () => {
  it.each([
    ['□ 本报记者 甄念安', 'above'],
    ['■本报记者 甄念安 通讯员 易水寒', 'above'],
    ['◎ 甄念安', 'above'],
    ['（甄念安）', 'below'],
    ['(甄念安、易 凡)', 'below'],
    ['（甄念安 文/图）', 'below'],
    ['本报记者 甄念安', 'either'],
    ['本报首席记者 甄念安 见习记者 易凡', 'either'],
    ['记者 甄 凡 通讯员 易水寒', 'either'],
    ['记者：甄念安', 'either'],
    ['文/甄念安 图/易水寒', 'either'],
    ['本报评论员', 'either'],
    ['新华社记者 甄念安、易水寒', 'either'],
    ['本报特约评论员 甄念安', 'either'],
    ['读者 甄念安', 'either'],
    ['王念安', 'name'],
    ['王 安', 'name'],
    ['王念安（作者为澄州师范学院教授）', 'name'],
    ['王念安 摄', 'credit'],
    ['记者 王小雨 摄', 'credit'],
    ['本报记者 王小雨 摄影报道', 'credit'],
    ['新华社记者 王小雨 摄', 'credit'],
    ['新华社发（王小雨 摄）', 'credit'],
    ['新华社 王小雨 作', 'credit'],
    ['（王小雨 摄）', 'credit'],
    ['图/市文旅局供图', 'credit'],
    ['澄州博物馆供图', 'credit'],
    ['资料图片', 'credit'],
  ])('reads %s as a signature: %s', (line, form) => {
    expect(findSignature(line)).toBe(form);
  });

  it.each([
    ['a word that begins with a surname', '高温'],
    ['a place', '石渡镇'],
    ['what is yet to come', '（未完待续）'],
    ['where it goes on', '（下转第二版）'],
    ['applause', '（热烈鼓掌）'],
    ['an excerpt', '（摘编）'],
    ['a headline that speaks of reporters', '记者走进石渡大桥工地看进度'],
    ['a headline', '石渡大桥两座主墩封顶'],
    ['running text with a name', '甄念安说，桥通了。'],
    ['a remark in brackets', '（此处有删节，全文见本报网站）'],
    ['nothing', ''],
    ['a line too long to sign', `（${'甄念安、'.repeat(20)}易凡）`],
  ])('takes %s for none: %s', (_, line) => {
    expect(findSignature(line)).toBeNull();
  });

  it.fails('does not yet take the name of a column, 记者走基层, for none', () => {
    expect(findSignature('记者走基层')).toBeNull();
  });

  it('reads a signature between spaces of layout too', () => {
    expect(findSignature('  （甄念安）　')).toBe('below');
  });
});

describe('endsInSignature', () => {
  it.each([
    '桥通了，路也近了。（甄念安）',
    '桥通了，路也近了。 (甄念安、易 凡)',
    '桥通了，路也近了。 记者 甄念安',
    '桥通了，路也近了。（本报记者 甄念安）',
    '桥通了，路也近了。【记者 甄念安 通讯员 易凡】',
    '“桥通了，路也近了！”（甄念安）',
  ])('hears who wrote it at the end of %s', (text) => {
    expect(endsInSignature(text)).toBe(true);
  });

  it.each([
    ['plain running text', '桥通了，路也近了。'],
    ['a signature that opens it', '本报讯（记者 甄念安） 桥通了，路也近了。'],
    ['a name in the midst', '桥通了（甄念安说），路也近了。'],
    ['text that breaks off', '村民甄念安告诉记者'],
    ['an announcement of more', '桥通了，路也近了。（未完待续）'],
    ['where more stands', '桥通了，路也近了。（下转第二版）'],
    ['a source', '桥通了，路也近了。（资料）'],
  ])('hears none in %s', (_, text) => {
    expect(endsInSignature(text)).toBe(false);
  });
});

describe('endsInCredit', () => {
  it.each([
    '图为石渡大桥主墩封顶。 记者 甄念安 摄',
    '图为石渡大桥主墩封顶。甄念安 摄',
    '图为石渡大桥主墩封顶。（甄念安摄）',
    '图为石渡大桥主墩封顶。新华社发（甄念安 摄）',
    '图为石渡大桥主墩封顶。 本报记者 甄念安 摄影报道',
    '图为石渡大桥主墩封顶。图/市文旅局供图',
  ])('hears who took the picture at the end of %s', (text) => {
    expect(endsInCredit(text)).toBe(true);
  });

  it.each([
    ['a report with pictures by its writer', '桥通了，路也近了。 记者 甄念安 文/图'],
    ['a writer', '桥通了，路也近了。（甄念安）'],
    ['text about photography', '他一辈子只爱摄影'],
    ['nothing', ''],
  ])('hears none in %s', (_, text) => {
    expect(endsInCredit(text)).toBe(false);
  });
});
