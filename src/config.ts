import { join, resolve } from 'node:path';
import { config as loadEnvironmentFile } from 'dotenv';
import { ConfigError } from './domain/errors.js';
import type {
  ChatSettings,
  EmbeddingSettings,
  LogLevel,
  Settings,
  TelegramSettings,
} from './domain/settings.js';
import * as wording from './domain/wording/config.js';
import { choice, count, type Environment, read, url } from './read-setting.js';
import { loadStoreSettings } from './store-settings.js';

const DEFAULTS = {
  dataDir: './data',
  hub: 'https://huggingface.co',
  telegram: 'https://api.telegram.org',
  questionsPerHour: 20,
  chatModel: 'gpt-4o-mini',
  embeddingModel: 'text-embedding-3-small',
};

/** Reads .env in the working folder (what is set outside wins) and returns the environment. */
export function loadEnvironment(): Environment {
  loadEnvironmentFile({ quiet: true });
  return process.env;
}

/**
 * Completes the settings from the environment; the rest of the program sees nothing else of it.
 * @throws ConfigError naming the variable, what it holds (never a secret) and what it may hold.
 */
export function loadSettings(environment: Environment, dataDir?: string): Settings {
  const data = resolve(dataDir ?? read(environment, 'DATA_DIR') ?? DEFAULTS.dataDir);
  return {
    dataDir: data,
    store: loadStoreSettings(environment),
    embeddings: loadEmbeddingSettings(environment, data),
    chat: loadChatSettings(environment),
    telegram: loadTelegramSettings(environment),
    logLevel: choice<LogLevel>(
      environment,
      'LOG_LEVEL',
      ['debug', 'info', 'warn', 'error', 'silent'],
      'info',
    ),
  };
}

function loadEmbeddingSettings(environment: Environment, dataDir: string): EmbeddingSettings {
  const kind = choice(environment, 'EMBEDDINGS', ['local', 'openai', 'none'], 'local');
  const baseUrl = url(environment, 'OPENAI_EMBEDDING_BASE_URL') ?? url(environment, 'OPENAI_BASE_URL');
  return {
    kind,
    modelDir: read(environment, 'EMBEDDING_MODEL_DIR') ?? null,
    hubEndpoint: url(environment, 'HF_ENDPOINT') ?? DEFAULTS.hub,
    cacheDir: join(dataDir, 'models'),
    openai: {
      apiKey: read(environment, 'OPENAI_API_KEY') ?? '',
      baseUrl,
      model: read(environment, 'OPENAI_EMBEDDING_MODEL') ?? DEFAULTS.embeddingModel,
    },
  };
}

function loadChatSettings(environment: Environment): ChatSettings | null {
  const apiKey = read(environment, 'OPENAI_API_KEY');
  if (!apiKey) return null;
  return {
    apiKey,
    baseUrl: url(environment, 'OPENAI_BASE_URL'),
    model: read(environment, 'OPENAI_MODEL') ?? DEFAULTS.chatModel,
  };
}

function loadTelegramSettings(environment: Environment): TelegramSettings | null {
  const token = read(environment, 'TELEGRAM_BOT_TOKEN');
  const access = choice(environment, 'TELEGRAM_ACCESS', ['pairing', 'allowlist', 'open'], 'pairing');
  const allowedUsers = userIds(environment, 'TELEGRAM_ALLOWED_USERS');
  const admins = userIds(environment, 'TELEGRAM_ADMINS');
  const apiRoot = url(environment, 'TELEGRAM_API_ROOT') ?? DEFAULTS.telegram;
  const questionsPerHour = count(environment, 'TELEGRAM_QUESTIONS_PER_HOUR', DEFAULTS.questionsPerHour);
  const richMessages = choice(environment, 'TELEGRAM_RICH_MESSAGES', ['auto', 'off'], 'auto');
  const webhook = loadWebhook(environment);
  if (!token) return null;
  return { token, apiRoot, access, allowedUsers, admins, questionsPerHour, richMessages, webhook };
}

function loadWebhook(environment: Environment): TelegramSettings['webhook'] {
  const address = url(environment, 'TELEGRAM_WEBHOOK_URL');
  const listensOn = count(environment, 'TELEGRAM_WEBHOOK_PORT', 8443);
  if (!address) return null;
  const secret = read(environment, 'TELEGRAM_WEBHOOK_SECRET');
  if (!secret || !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) throw new ConfigError(wording.webhookSecret());
  return { url: address, secret, port: listensOn };
}

function userIds(environment: Environment, name: string): number[] {
  const parts = (read(environment, name) ?? '').split(/[,，\s]+/).filter(Boolean);
  const wrong = parts.find((part) => !/^\d{1,15}$/.test(part));
  if (wrong !== undefined) throw new ConfigError(wording.wrongUserId(name, wrong));
  return parts.map(Number);
}
