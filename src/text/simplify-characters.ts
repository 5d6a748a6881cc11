import TRADITIONAL_PAIRS from 'opencc-js/dict/TSCharacters';

/** Forms of old print, of Hong Kong and of Taiwan that the table lacks: each followed by the usual one. */
const VARIANT_PAIRS =
  '衞卫 敍叙 粧妆 糭粽 衹只 枱台 痺痹 簷檐 砲炮 礮炮 缐线 竝并 倂并 凴凭 堦阶 濶阔 讐仇 畧略 隣邻 廻回 妳你 戸户 ' +
  '値值 愼慎 郞郎 黒黑 歩步 毎每 徳德 渉涉 甁瓶 姉姊 叧另 攷考 菓果 蔴麻 慙惭 畊耕 裠裙 擧举 恠怪 徧遍 隄堤 埜野 ' +
  '甎砖 剏创 闗关 曁暨';

/** Radicals that stand for characters in text taken out of PDF files, and that have no compatible form in Unicode. */
const RADICAL_PAIRS =
  '⺠民 ⻓长 ⻔门 ⻅见 ⻋车 ⻛风 ⻝食 ⻢马 ⻥鱼 ⻦鸟 ⻩黄 ⻬齐 ⻰龙 ⻘青 ⻄西 ⻁虎 ⻆角 ⻉贝 ⻚页 ⻜飞 ⻤鬼 ⻣骨 ⻨麦 ⻙韦 ⻭齿 ⻑长 ⻒长';

/** Right in simplified text, where they make other words: 乾隆, 乾坤; 哪吒. */
const KEPT = '乾吒';

const simplified = buildTable();

/**
 * Traditional and variant characters → simplified ones, each for itself and one UTF-16 unit for one, so that offsets
 * stay: 鬥爭 → 斗争, 羣衆 → 群众. What a character means where it stands is not looked at, so that this serves for
 * comparing only.
 */
export function simplifyCharacters(text: string): string {
  let changed = '';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = simplified[text.charCodeAt(i)];
    if (!unit) continue;
    changed += text.slice(copied, i) + String.fromCharCode(unit);
    copied = i + 1;
  }
  return copied ? changed + text.slice(copied) : text;
}

/** For each UTF-16 unit the one that it is folded to; 0 where it stays. Characters beyond U+FFFF stay. */
function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  const pairs = [
    ...TRADITIONAL_PAIRS.split('|').map((pair) => pair.replace(' ', '')),
    ...VARIANT_PAIRS.split(' '),
    ...RADICAL_PAIRS.split(' '),
  ];
  for (const pair of pairs) {
    if (pair.length === 2 && pair[0] !== pair[1] && !KEPT.includes(pair.charAt(0))) {
      table[pair.charCodeAt(0)] = pair.charCodeAt(1);
    }
  }
  // A form may lead to another that is itself in the table (薴 → 苧 → 苎).
  return table.map((unit) => table[unit] || unit);
}
