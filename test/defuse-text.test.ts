import { expect, test } from 'vitest';
import { defuseText } from '../src/telegram/defuse-text.js';
import { TELEGRAM_LINKS } from './helpers/telegram-links.js';

test.each([
  '见 https://evil.example/a?b=c',
  '加群 t.me/evil_group',
  '点 tg://user?id=1 或 tg://resolve?domain=x',
  '访问 www.evil.com、evil.cn、子域.中国',
  '找 @evil_bot，或@evil',
  '写信到 a.b@evil.com',
  '发送 /start，再发/approve',
  '#话题 $EVIL',
  'http://1.2.3.4:80/x',
  '解压 page.zip，看 notes.md、a.pdf.com、a.txt.zip',
])('nothing in it can be tapped, and the text reads the same: %s', (text) => {
  const shown = defuseText(text);
  expect(shown).not.toMatch(TELEGRAM_LINKS);
  expect(shown.replaceAll('\u2060', '')).toBe(text);
});

test.each([
  '投资1.5亿元，增长6.1%。',
  '2023.2.10',
  '7时/8时',
  '“甲”——乙',
  '“太原日报_4版.pdf”和 page.txt',
  '<b>粗</b> & "引"',
])('what makes no link stays as it is: %s', (text) => expect(defuseText(text)).toBe(text));

test('what turns or hides text is shown as �', () => {
  expect(defuseText('a\u202eb\u2066c\u001bd\u0000e\u200ef\nz')).toBe('a�b�c�d�e�f\nz');
});
