import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { Hit, SearchAnswer } from '../domain/answer.js';

/** Finds what the archive holds on a question, best first. */
export type SearchArchive = (question: string, limit: number) => Promise<SearchAnswer>;

/** `start` and `end` are UTF-16 offsets: `body.slice(start, end)` of the article is the text. */
export type ArchiveMetadata = {
  articleId: string;
  newspaper: string | null;
  issueDate: string | null;
  page: string | null;
  headline: string | null;
  start: number;
  end: number;
  score: number;
};

/** The archive as a LangChain retriever, for chains of one's own. */
export class ArchiveRetriever extends BaseRetriever<ArchiveMetadata> {
  lc_namespace = ['baowen', 'retrievers'];

  static override lc_name() {
    return 'ArchiveRetriever';
  }

  private readonly search: SearchArchive;
  private readonly limit: number;

  constructor(search: SearchArchive, options: BaseRetrieverInput & { limit?: number } = {}) {
    const { limit = 10, ...fields } = options;
    super(fields);
    this.search = search;
    this.limit = limit;
  }

  override async _getRelevantDocuments(question: string): Promise<Document<ArchiveMetadata>[]> {
    const { hits } = await this.search(question, this.limit);
    return hits.map(toLangChain);
  }
}

function toLangChain({ article, text, start, end, score }: Hit): Document<ArchiveMetadata> {
  const { articleId, newspaper, issueDate, page, headline } = article;
  return new Document({
    pageContent: text,
    metadata: { articleId, newspaper, issueDate, page, headline, start, end, score },
  });
}
