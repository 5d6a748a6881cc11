import type { ExportedArticle } from '../../domain/copies.js';
import type { Filter } from '../../domain/query.js';
import type { WeaviateSettings } from '../../domain/settings.js';

export async function* exportWeaviate(
  _settings: WeaviateSettings,
  _filter: Filter,
): AsyncGenerator<ExportedArticle> {}
