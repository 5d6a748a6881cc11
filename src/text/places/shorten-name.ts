const AUTONOMOUS = /自治([州县旗区])$/u;
const KIND = /(?:特别行政区|行政委员会|地区|新区|林区|矿区|特区|[省市区县旗盟])$/u;
/** The peoples in the names of autonomous divisions; some stand there without 族. */
const PEOPLE_AT_END =
  /(?:蒙古族?|哈萨克族?|柯尔克孜|塔吉克|达斡尔族|维吾尔|锡伯|各族|藏族|羌族|彝族|白族|傣族|苗族|侗族|壮族|瑶族|回族|满族|水族|黎族|畲族|土族|佤族|京族|怒族|布依族|朝鲜族|土家族|哈尼族|景颇族|傈僳族|拉祜族|纳西族|撒拉族|东乡族|保安族|裕固族|毛南族|仫佬族|仡佬族|布朗族|普米族|独龙族|鄂温克族?|鄂伦春族?)$/u;

/** Provinces whose short form is neither the full name without its kind nor the part before the people. */
const PROVINCES: Record<string, string> = {
  内蒙古自治区: '内蒙古',
  广西壮族自治区: '广西',
  西藏自治区: '西藏',
  宁夏回族自治区: '宁夏',
  新疆维吾尔自治区: '新疆',
};

/**
 * How a division is called without its kind: 阳曲县 → 阳曲, 恩施土家族苗族自治州 → 恩施; null where one character or
 * nothing would be left (沁县, 东乡族自治县).
 */
export function shortenName(name: string): string | null {
  const province = PROVINCES[name];
  if (province) return province;
  const stem = stemOfAutonomous(name)?.stem ?? name.replace(KIND, '');
  return stem.length >= 2 && stem !== name ? stem : null;
}

const LOCAL_KIND = /(?:街道|社区|[镇乡村])$/u;

/** How a place of any kind is called, 侯村乡 → 侯村 too; the name itself where it has no shorter one. */
export function shortenPlace(name: string): string {
  const short = shortenName(name) ?? name.replace(LOCAL_KIND, '');
  return short.length >= 2 ? short : name;
}

/** 恩施土家族苗族自治州 → 恩施州, as people say; null where the division is not autonomous. */
export function shortenAutonomous(name: string): string | null {
  const parts = stemOfAutonomous(name);
  return parts && parts.stem.length >= 2 && parts.kind !== '区' ? parts.stem + parts.kind : null;
}

function stemOfAutonomous(name: string): { stem: string; kind: string } | null {
  const [, kind] = AUTONOMOUS.exec(name) ?? [];
  if (!kind) return null;
  let stem = name.slice(0, -3);
  while (PEOPLE_AT_END.test(stem)) stem = stem.replace(PEOPLE_AT_END, '');
  return { stem, kind };
}
