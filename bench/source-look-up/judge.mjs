import { squeeze } from './sentences.mjs';

const CITED = ['newspaper', 'issueDate', 'page', 'headline', 'byline', 'sourceId'];

/** What is wrong with an answer; null where nothing is. */
export function judge({ printed, sentence, kind }, answer, articles) {
  if (!answer || answer.error) return 'no answer';
  if (!printed) return answer.found || answer.citations.length > 0 ? 'claimed' : null;
  if (!answer.found) return 'not found';
  for (const citation of answer.citations) {
    const article = articles.get(citation.articleId);
    if (!article) return 'unknown article';
    if (CITED.some((field) => citation[field] !== article[field])) return 'wrong citation';
    if (article.body.slice(citation.start, citation.end) !== citation.quote) return 'wrong quote';
  }
  const [first] = answer.sentences;
  const cited = first?.citations.map((n) => answer.citations.find((citation) => citation.n === n)) ?? [];
  if (cited.length === 0) return 'no citation';
  if (cited.some(({ quote }) => !squeeze(quote).includes(squeeze(first.text))))
    return 'sentence not in quote';
  if (cited.some(({ articleId }) => !squeeze(articles.get(articleId).body).includes(squeeze(sentence))))
    return 'another article';
  if (!squeeze(first.text).includes(squeeze(sentence))) return 'another sentence';
  const saysDifference = answer.notes.some((note) => note.includes('与原文不同'));
  return kind === 'one character changed' && !saysDifference ? 'difference not said' : null;
}
