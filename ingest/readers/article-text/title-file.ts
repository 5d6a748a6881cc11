import { access } from 'node:fs/promises';

/** 2011.01.01第1版0_Title.txt holds the headline of 2011.01.01第1版0.txt. */
const TITLE = /[_-](?:title|标题)\.te?xt(?:\.gz)?$/iu;
/** The text may be named as such: X_Content.txt beside X_Title.txt. */
const STEM = /(?:[_-](?:content|body|text|正文|内容))?\.(te?xt)(\.gz)?$/iu;
const NAMES = ['_Title', '_title', '_TITLE', '-title', '_标题', '-标题'];

export const isTitleFile = (path: string): boolean => TITLE.test(path);

/** The file that holds the headline of a text; null where there is none. */
export async function findTitleFile(path: string): Promise<string | null> {
  const named = STEM.exec(path);
  if (!named || isTitleFile(path)) return null;
  const [, ending = 'txt', packed = ''] = named;
  for (const name of NAMES) {
    for (const gz of new Set([packed, ''])) {
      const other = `${path.slice(0, named.index)}${name}.${ending}${gz}`;
      if (
        await access(other).then(
          () => true,
          () => false,
        )
      )
        return other;
    }
  }
  return null;
}
