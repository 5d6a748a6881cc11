import type { PageLook, SourceArticle, WrittenArticle } from './made-page.js';
import type { Random } from './random.js';
import { inventName, printName } from './stock-words.js';

const WAYS = { opening: 0.38, closing: 0.24, agency: 0.12, standing: 0.15, ending: 0.05, none: 0.06 };
const CITIES = ['北京', '上海', '南京', '成都', '华盛顿'];

/** Adds dateline and signature in one of the ways of the trade. */
export function signArticle(
  article: WrittenArticle,
  source: SourceArticle,
  look: PageLook,
  random: Random,
): WrittenArticle {
  const reporters = source.reporters.slice(0, 2);
  const names = reporters.length > 0 ? reporters : [inventName(random)];
  const helper = random.chance(0.25) ? inventName(random) : null;
  const signers: Signers = { names, helper, look };
  const way = random.weigh(WAYS);
  if (way === 'opening') return signInOpening(article, signers, random);
  if (way === 'closing') return signInClosing(article, signers, random);
  if (way === 'agency') return signAsAgency(article, signers, random);
  if (way === 'standing') return signAbove(article, signers, random);
  if (way === 'ending') return signAtEnd(article, signers);
  return article;
}

type Signers = { names: string[]; helper: string | null; look: PageLook };

const join = ({ names, look }: Signers, separator: string) =>
  names.map((name) => printName(name, look)).join(separator);

function open(article: WrittenArticle, dateline: string, random: Random): WrittenArticle {
  const [lead = '', ...rest] = article.paragraphs;
  const dated = /^[\d一二三四五六七八九十年月日]{2,}/u.test(lead) || random.chance(0.5);
  const date = dated ? '' : `${random.integer(1, 12)}月${random.integer(1, 28)}日，`;
  return { ...article, paragraphs: [`${dateline} ${date}${lead}`, ...rest] };
}

function signInOpening(article: WrittenArticle, signers: Signers, random: Random): WrittenArticle {
  const { names, helper, look } = signers;
  const correspondent = helper ? ` 通讯员 ${printName(helper, look)}` : '';
  const gap = random.chance(0.3) ? ' ' : '';
  const dateline = `本报讯${gap}（记者 ${join(signers, ' ')}${correspondent}）`;
  const opening = helper ? [...names, helper] : names;
  return { ...open(article, dateline, random), names: { ...article.names, opening } };
}

function signInClosing(article: WrittenArticle, signers: Signers, random: Random): WrittenArticle {
  const opened = open(article, signers.look.markdown ? '**本报讯**' : '本报讯', random);
  const signature = `（${join(signers, '、')}）`;
  if (random.chance(0.65)) {
    const closing = [signers.look.markdown ? `**${signature}**` : signature];
    return { ...opened, closing, names: { ...article.names, closing: signers.names } };
  }
  return endWith(opened, signature, signers.names);
}

function endWith(article: WrittenArticle, signature: string, ending: string[]): WrittenArticle {
  const last = article.paragraphs.at(-1) ?? '';
  const paragraphs = [...article.paragraphs.slice(0, -1), `${last} ${signature}`];
  return { ...article, paragraphs, names: { ...article.names, ending } };
}

function signAsAgency(article: WrittenArticle, signers: Signers, random: Random): WrittenArticle {
  const place = random.pick(CITIES);
  const dateline = `新华社${place}${random.integer(1, 12)}月${random.integer(1, 28)}日电`;
  const named = random.chance(0.6);
  const [lead = '', ...rest] = article.paragraphs;
  const first = named ? `${dateline}（记者 ${join(signers, '、')}） ${lead}` : `${dateline} ${lead}`;
  const opening = named ? signers.names : [];
  return { ...article, paragraphs: [first, ...rest], names: { ...article.names, opening } };
}

function signAbove(article: WrittenArticle, signers: Signers, random: Random): WrittenArticle {
  const { names, helper, look } = signers;
  const first = `${random.pick(['□ ', ''])}本报记者 ${join(signers, ' ')}`;
  const correspondent = helper ? printName(helper, look) : null;
  const standing = !correspondent
    ? [first]
    : look.style === 'hard-wrapped'
      ? [first, `通 讯 员 ${correspondent}`]
      : [`${first} 通讯员 ${correspondent}`];
  return { ...article, standing, names: { ...article.names, standing: helper ? [...names, helper] : names } };
}

const signAtEnd = (article: WrittenArticle, signers: Signers) =>
  endWith(article, `记者 ${join(signers, ' ')}`, signers.names);
