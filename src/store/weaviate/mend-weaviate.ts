import type { WeaviateSettings } from '../../domain/settings.js';
import type { MendWorld } from '../store.js';

export async function mendWeaviate(
  _settings: WeaviateSettings,
  _dataDir: string,
  _world: MendWorld,
): Promise<string[]> {
  return [];
}
