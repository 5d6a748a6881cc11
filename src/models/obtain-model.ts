import { join } from 'node:path';
import { EmbeddingError } from '../domain/errors.js';
import type { OnBytes } from '../domain/ports.js';
import type { EmbeddingSettings } from '../domain/settings.js';
import {
  hubFailed,
  mavenFailed,
  mavenMissing,
  modelNotObtained,
  noModelInFolder,
} from '../domain/wording/models.js';
import { fetchFromHub, type HubPatience } from './fetch-from-hub.js';
import { fetchFromMaven } from './fetch-from-maven.js';
import { findModel } from './find-model.js';
import { localModel, type ModelDescription, type ModelFile, type ModelFiles } from './local-model.js';
import { publicUrl } from './public-url.js';
import { MavenFailure, type RunMaven, runMaven as runMavenOnPath } from './run-maven.js';
import { saveCheckedFile } from './save-checked-file.js';

export type LocalModelSettings = Pick<EmbeddingSettings, 'modelDir' | 'cacheDir' | 'hubEndpoint'>;

/** The outside world as `obtainModel` needs it. */
export type ModelSources = {
  fetch: typeof fetch;
  onBytes: OnBytes;
  runMaven?: RunMaven;
  patience?: HubPatience;
  description?: ModelDescription;
};

export type ObtainedModel = ModelFiles & { source: 'folder' | 'cache' | 'hub' | 'maven' };

/** A reachable hub answers within a second; a stalled line is given up before a person gives up on us. */
const DEFAULT_PATIENCE: HubPatience = { connect: 10_000, stall: 20_000 };

/**
 * The local model's files, from the first of: the folder that was set, the cache, the hub, Maven. What is
 * fetched goes into the cache, checked. Throws EmbeddingError, a sentence that says what was tried and how to
 * mend it, when no source has the model, and when the folder that was set holds another one.
 */
export async function obtainModel(
  settings: LocalModelSettings,
  sources: ModelSources,
): Promise<ObtainedModel> {
  const description = sources.description ?? localModel;
  const tried: string[] = [];
  const inFolder = await findInFolder(description, settings, tried);
  if (inFolder) return { ...inFolder, source: 'folder' };
  const cached = await attempt(
    tried,
    (error) => describeCause(error),
    () => findModel(description, settings.cacheDir),
  );
  if (cached) return { ...cached, source: 'cache' };
  const fromHub = await attempt(
    tried,
    (error) => hubFailed(publicUrl(settings.hubEndpoint), describeCause(error)),
    () => downloadFromHub(description, settings, sources),
  );
  if (fromHub) return { ...fromHub, source: 'hub' };
  const fromMaven = await attempt(tried, describeMavenFailure, () =>
    copyFromMaven(description, settings, sources),
  );
  if (fromMaven) return { ...fromMaven, source: 'maven' };
  throw new EmbeddingError(modelNotObtained(tried));
}

/** A folder that holds other files under the model's names is an error: somebody means another model. */
async function findInFolder(
  description: ModelDescription,
  settings: LocalModelSettings,
  tried: string[],
): Promise<ModelFiles | null> {
  if (settings.modelDir === null) return null;
  const files = await findModel(description, settings.modelDir);
  if (!files) tried.push(noModelInFolder(settings.modelDir));
  return files;
}

/** What `source` brings, or null and one more line in `tried`. */
async function attempt(
  tried: string[],
  describe: (error: unknown) => string,
  source: () => Promise<ModelFiles | null>,
): Promise<ModelFiles | null> {
  try {
    return await source();
  } catch (error) {
    tried.push(describe(error));
    return null;
  }
}

async function downloadFromHub(
  description: ModelDescription,
  settings: LocalModelSettings,
  sources: ModelSources,
): Promise<ModelFiles> {
  const repository = `${settings.hubEndpoint}/${description.hubRepository}/resolve/main`;
  return saveBoth(description, settings.cacheDir, sources.onBytes, (file) =>
    fetchFromHub(`${repository}/${file.hubPath}`, sources.fetch, sources.patience ?? DEFAULT_PATIENCE),
  );
}

async function copyFromMaven(
  description: ModelDescription,
  settings: LocalModelSettings,
  sources: ModelSources,
): Promise<ModelFiles> {
  // Maven tells nothing while it downloads; this at least says what is being waited for.
  sources.onBytes(description.files.model.cacheName, 0, description.files.model.bytes);
  return fetchFromMaven(description.mavenArtifact, sources.runMaven ?? runMavenOnPath, (readEntry) =>
    saveBoth(description, settings.cacheDir, sources.onBytes, async function* (file) {
      yield await readEntry(file.jarEntry, file.bytes);
    }),
  );
}

/** The small file first: where the source is no good it shows at once. */
async function saveBoth(
  description: ModelDescription,
  cacheDir: string,
  onBytes: OnBytes,
  read: (file: ModelFile) => AsyncIterable<Uint8Array>,
): Promise<ModelFiles> {
  const save = async (file: ModelFile) => {
    const path = join(cacheDir, file.cacheName);
    await saveCheckedFile(path, read(file), file, (done) => onBytes(file.cacheName, done, file.bytes));
    return path;
  };
  const tokenizer = await save(description.files.tokenizer);
  return { tokenizer, model: await save(description.files.model) };
}

function describeMavenFailure(error: unknown): string {
  if (error instanceof MavenFailure && error.missing) return mavenMissing();
  return mavenFailed(describeCause(error));
}

/** The words for an error inside a list of what was tried: a code (ECONNREFUSED, ENOSPC) where there is one. */
function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause as NodeJS.ErrnoException | undefined;
  return cause?.code ?? (error as NodeJS.ErrnoException).code ?? cause?.message ?? error.message;
}
