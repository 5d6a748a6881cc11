import { ConfigError } from './domain/errors.js';
import type { Consistency, StoreSettings, WeaviateSettings } from './domain/settings.js';
import * as wording from './domain/wording/config.js';
import { choice, count, type Environment, read } from './read-setting.js';

const DEFAULT_URL = 'http://127.0.0.1:8080';
const GRPC_PORT = '50051';
/** What Weaviate takes for the name of a collection. */
const COLLECTION = /^[A-Z][_0-9A-Za-z]{0,100}$/;
/** Of copies or shards; a server makes as many as it is told, and so many thousands would bring it down. */
const MOST_PARTS = 256;

export function loadStoreSettings(environment: Environment): StoreSettings {
  const kind = choice(environment, 'STORE', ['local', 'weaviate'], 'local');
  return kind === 'local' ? { kind } : { kind, ...loadWeaviateSettings(environment) };
}

/** Also read where the archive lies in the data folder: `migrate` needs both. @throws ConfigError */
export function loadWeaviateSettings(environment: Environment): WeaviateSettings {
  const urls = urlList(environment, 'WEAVIATE_URL') ?? [DEFAULT_URL];
  const grpcUrls = urlList(environment, 'WEAVIATE_GRPC_URL') ?? urls.map(besideHttp);
  if (grpcUrls.length !== urls.length)
    throw new ConfigError(wording.unequalUrls(urls.length, grpcUrls.length));
  return {
    urls,
    grpcUrls,
    apiKey: loadKey(environment, 'WEAVIATE_API_KEY'),
    prefix: loadPrefix(environment),
    replicas: optionalCount(environment, 'WEAVIATE_REPLICAS'),
    shards: optionalCount(environment, 'WEAVIATE_SHARDS'),
    consistency: choice<Consistency>(environment, 'WEAVIATE_CONSISTENCY', ['ONE', 'QUORUM', 'ALL'], 'QUORUM'),
  };
}

function loadPrefix(environment: Environment): string {
  const prefix = read(environment, 'WEAVIATE_PREFIX') ?? 'Baowen';
  if (!COLLECTION.test(prefix)) throw new ConfigError(wording.wrongPrefix('WEAVIATE_PREFIX', prefix));
  return prefix;
}

/** It goes into a header, which takes no other characters. */
function loadKey(environment: Environment, name: string): string | null {
  const key = read(environment, name) ?? null;
  if (key !== null && !/^[\x21-\x7e]+$/.test(key)) throw new ConfigError(wording.wrongKey(name));
  return key;
}

/** Several are separated by commas. */
function urlList(environment: Environment, name: string): string[] | null {
  const parts = (read(environment, name) ?? '').split(/[,，\s]+/).filter(Boolean);
  if (parts.some((part) => !/^https?:\/\//.test(part) || !URL.canParse(part)))
    throw new ConfigError(wording.wrongUrl(name));
  // Addresses are shown.
  if (
    parts
      .map((part) => new URL(part))
      .some(({ username, password, search, hash }) => username + password + search + hash)
  )
    throw new ConfigError(wording.moreThanUrl(name));
  return parts.length === 0 ? null : parts.map((part) => part.replace(/\/+$/, ''));
}

/** Where nothing else is said, gRPC is served by the same host at its usual port. */
function besideHttp(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}:${GRPC_PORT}`;
}

const optionalCount = (environment: Environment, name: string): number | null =>
  read(environment, name) === undefined ? null : count(environment, name, 1, MOST_PARTS);
