import { dirname } from 'node:path';
import { BaowenError } from '../domain/errors.js';
import type { Check } from '../domain/ports.js';
import type { EmbeddingSettings } from '../domain/settings.js';
import * as wording from '../domain/wording/models.js';
import { findModel } from './find-model.js';
import { localModel, type ModelFiles } from './local-model.js';
import { createOpenAIEmbedder } from './openai-embedder.js';
import { PUBLIC_OPENAI_ENDPOINT } from './openai-endpoint.js';
import { publicUrl } from './public-url.js';
import { type RunMaven, runMaven } from './run-maven.js';

export type CheckWorld = { fetch: typeof fetch; timeout?: number; runMaven?: RunMaven };

/** Long enough for a slow endpoint, short enough for a person who waits for `doctor`. Milliseconds. */
const ANSWER_WITHIN = 10_000;

/** Says for `doctor` whether the embedding model works or can be had. Downloads nothing. */
export async function checkEmbedder(settings: EmbeddingSettings, world: CheckWorld): Promise<Check> {
  switch (settings.kind) {
    case 'none':
      return line('off', wording.embeddingsOff(), null);
    case 'openai':
      return checkEndpoint(settings.openai, world);
    case 'local':
      return checkFiles(settings, world);
  }
}

async function checkEndpoint(settings: EmbeddingSettings['openai'], world: CheckWorld): Promise<Check> {
  try {
    const timeout = world.timeout ?? ANSWER_WITHIN;
    const embedder = await createOpenAIEmbedder(settings, { fetch: world.fetch, timeout, maxRetries: 0 });
    const address = publicUrl(settings.baseUrl ?? PUBLIC_OPENAI_ENDPOINT);
    return line('ok', wording.embeddingEndpointAnswers(settings.model, address, embedder.dimension), null);
  } catch (error) {
    return broken(error, wording.embeddingEndpointMend());
  }
}

async function checkFiles(settings: EmbeddingSettings, world: CheckWorld): Promise<Check> {
  try {
    const inFolder = settings.modelDir === null ? null : await findModel(localModel, settings.modelDir);
    if (inFolder) return present(inFolder);
    if (settings.modelDir !== null) {
      const message = `${wording.noModelInFolder(settings.modelDir)}。`;
      return line('broken', message, wording.modelFolderMend());
    }
  } catch (error) {
    return broken(error, wording.modelFolderMend());
  }
  try {
    const cached = await findModel(localModel, settings.cacheDir);
    return cached ? present(cached) : await checkSources(settings, world);
  } catch (error) {
    return broken(error, wording.modelDamagedMend());
  }
}

async function checkSources(settings: EmbeddingSettings, world: CheckWorld): Promise<Check> {
  const hub = publicUrl(settings.hubEndpoint);
  if (await hubAnswers(settings, world)) return line('off', wording.modelToBeFetched(hub), null);
  if (await mavenIsThere(world)) return line('off', wording.modelToBeFetched('mvn'), null);
  return line('broken', wording.modelOutOfReach(hub), wording.modelOutOfReachMend());
}

async function hubAnswers(settings: EmbeddingSettings, world: CheckWorld): Promise<boolean> {
  const { hubPath } = localModel.files.model;
  const url = `${settings.hubEndpoint}/${localModel.hubRepository}/resolve/main/${hubPath}`;
  const signal = AbortSignal.timeout(world.timeout ?? ANSWER_WITHIN);
  return world.fetch(url, { method: 'HEAD', signal }).then(
    (response) => response.ok,
    () => false,
  );
}

async function mavenIsThere(world: CheckWorld): Promise<boolean> {
  return (world.runMaven ?? runMaven)(['-v']).then(
    () => true,
    () => false,
  );
}

const present = (files: ModelFiles): Check => line('ok', wording.modelPresent(dirname(files.model)), null);

function broken(error: unknown, mend: string): Check {
  if (!(error instanceof BaowenError)) throw error;
  return line('broken', error.message, mend);
}

function line(state: Check['state'], message: string, mend: string | null): Check {
  return { name: wording.embeddingCheckName(), state, message, mend };
}
