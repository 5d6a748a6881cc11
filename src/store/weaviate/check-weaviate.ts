import type { Check } from '../../domain/ports.js';
import type { WeaviateSettings } from '../../domain/settings.js';
import type { CheckWorld } from '../store.js';

export async function checkWeaviate(
  _settings: WeaviateSettings,
  _dataDir: string,
  _world: CheckWorld,
): Promise<Check[]> {
  return [];
}
