import type { Article } from '../../domain/article.js';
import { fold } from '../../text/fold.js';
import { type Span, splitSentences } from '../../text/split-sentences.js';
import type { Keyword } from './keyword-weights.js';
import { presence } from './presence.js';

/** What a word counts by where it stands, seen from the sentence. */
const IN_HEADLINE = 0.85;
const BESIDE = 0.8;
const IN_LEAD = 0.7;
const IN_ARTICLE = 0.35;

/** How present each keyword is, 0 to 1, in the order of the keywords. */
type Presences = readonly number[];

/** An article cut into sentences, with where the question's keywords stand in it. */
export type ArticleWords = {
  article: Article;
  /** Sentences in UTF-16 offsets of the body, and their texts as printed and folded. */
  spans: readonly Span[];
  texts: readonly string[];
  folded: readonly string[];
  /** Headlines, newspaper, column and byline, folded: what each sentence is about without saying so. */
  above: string;
  inSentence(ordinal: number): Presences;
  /** In the sentence, its neighbours or the headline. */
  inContext(ordinal: number): Presences;
  /** In the context, the lead or anywhere in the article. */
  inReach(ordinal: number): Presences;
};

export function createArticleWords(article: Article, keywords: readonly Keyword[]): ArticleWords {
  const spans = splitSentences(article.body);
  const texts = spans.map(({ start, end }) => article.body.slice(start, end));
  const folded = texts.map(fold);
  const above = fold(nameArticle(article));
  const find = (text: string) => keywords.map((keyword) => presence(text, keyword.text));
  const inAbove = find(above);
  const inLead = find(`${folded[0] ?? ''}\n${folded[1] ?? ''}`);
  const inArticle = find(`${above}\n${folded.join('\n')}`);
  const inSentences = folded.map(find);
  const at = (ordinal: number, word: number) => inSentences[ordinal]?.[word] ?? 0;
  const context = (ordinal: number, word: number) =>
    Math.max(
      at(ordinal, word),
      IN_HEADLINE * (inAbove[word] ?? 0),
      BESIDE * Math.max(at(ordinal - 1, word), at(ordinal + 1, word), at(ordinal - 2, word)),
    );
  const reach = (ordinal: number, word: number) =>
    Math.max(context(ordinal, word), IN_LEAD * (inLead[word] ?? 0), IN_ARTICLE * (inArticle[word] ?? 0));
  return {
    article,
    spans,
    texts,
    folded,
    above,
    inSentence: (ordinal) => inSentences[ordinal] ?? [],
    inContext: (ordinal) => keywords.map((_, word) => context(ordinal, word)),
    inReach: (ordinal) => keywords.map((_, word) => reach(ordinal, word)),
  };
}

/** Headline, place and people of an article: what each of its sentences is about without saying so. */
function nameArticle({ newspaper, kicker, headline, subheadline, column, byline }: Article): string {
  return [newspaper, kicker, headline, subheadline, column, byline].filter(Boolean).join('\n');
}
