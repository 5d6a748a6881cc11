import type { OpenedApp } from '../src/domain/opened-app.js';
import type { Settings } from '../src/domain/settings.js';
import * as wording from '../src/domain/wording/status.js';

/** What runs just now: words, vectors, model, and what is reduced. */
export async function describeStatus(settings: Settings, { archive, notices }: OpenedApp): Promise<string[]> {
  const [coverage, model] = await Promise.all([archive.coverage(), archive.embeddingModel()]);
  return [
    wording.wordsLine(coverage),
    wording.vectorsLine(coverage, notices.length ? null : (model?.id ?? null)),
    wording.modelLine(settings.chat?.model ?? null),
    ...notices,
  ];
}
