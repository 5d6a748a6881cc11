import type { Article } from '../domain/article.js';
import { type GoldQuestion, UNANSWERABLE } from './gold-question.js';
import { squeeze } from './squeeze.js';

/**
 * What a search should bring for one question. Several articles may stand for one thing wanted (all articles of a
 * page), so each article names its thing. A thing that no article stands for is wanted all the same.
 */
export type Gold = { wanted: number; thingOf: ReadonlyMap<string, string> };

type Named = Pick<Article, 'articleId' | 'sourceId' | 'sourceFile' | 'headline' | 'body'>;

/** The thing that an article stands for, undefined where it is none of those wanted; `text` is squeezed. */
type NameThing = (article: Named, text: string) => string | undefined;

/**
 * For each question, in order, what should be found: what `gold` names, else every article whose headline and body
 * hold `cite`, else the files of `pages`; null where there is nothing to find. Reads the articles once.
 */
export async function findGold(
  questions: readonly GoldQuestion[],
  articles: AsyncIterable<Named>,
): Promise<(Gold | null)[]> {
  const searches = questions.map((question) => ({
    nameThing: createNameThing(question),
    thingOf: new Map<string, string>(),
  }));
  for await (const article of articles) {
    const text = squeeze(`${article.headline ?? ''}${article.body}`);
    for (const { nameThing, thingOf } of searches) {
      const thing = nameThing?.(article, text);
      if (thing !== undefined) thingOf.set(article.articleId, thing);
    }
  }
  return searches.map(({ nameThing, thingOf }, index) =>
    nameThing ? { wanted: countWanted(questions[index], thingOf.size), thingOf } : null,
  );
}

function createNameThing({ kind, gold, cite, pages }: GoldQuestion): NameThing | null {
  if (kind === UNANSWERABLE) return null;
  if (gold.length > 0)
    return ({ articleId, sourceId, sourceFile }) =>
      gold.find((name) => name === articleId || name === sourceId || isFile(sourceFile, name));
  if (cite !== null) {
    const words = squeeze(cite);
    return ({ articleId }, text) => (text.includes(words) ? articleId : undefined);
  }
  if (pages.length === 0) return null;
  return ({ sourceFile }) => pages.find((path) => isFile(sourceFile, path));
}

/** A file that is there under another folder is the same file; 03版.txt is not the end of 103版.txt. */
function isFile(file: string, path: string): boolean {
  return file.endsWith(path) && (file.length === path.length || file.at(-path.length - 1) === '/');
}

function countWanted(question: GoldQuestion | undefined, found: number): number {
  if (question?.gold.length) return new Set(question.gold).size;
  return question?.cite == null ? new Set(question?.pages).size : Math.max(found, 1);
}
