import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSettings } from '../src/config.js';
import { ConfigError } from '../src/domain/errors.js';

const root = join(import.meta.dirname, '..');

describe('settings', () => {
  it('are complete where nothing is set: data beside the program, local vectors, no model, no bot', () => {
    expect(loadSettings({})).toEqual({
      dataDir: resolve('data'),
      store: { kind: 'local' },
      embeddings: {
        kind: 'local',
        modelDir: null,
        hubEndpoint: 'https://huggingface.co',
        cacheDir: resolve('data', 'models'),
        openai: { apiKey: '', baseUrl: null, model: 'text-embedding-3-small' },
      },
      chat: null,
      telegram: null,
      logLevel: 'info',
    });
  });

  it('takes a blank value for none, as .env files keep empty lines', () => {
    expect(loadSettings({ OPENAI_API_KEY: ' ', TELEGRAM_BOT_TOKEN: '', EMBEDDINGS: '' })).toEqual(
      loadSettings({}),
    );
  });

  it('puts the folder of the command line before DATA_DIR', () => {
    expect(loadSettings({ DATA_DIR: 'set' }).dataDir).toBe(resolve('set'));
    expect(loadSettings({ DATA_DIR: 'set' }, 'given').dataDir).toBe(resolve('given'));
  });

  it('asks for vectors where the language model is, unless an address of their own is set', () => {
    const environment = { OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL: 'http://chat/v1/' };
    expect(loadSettings(environment).embeddings.openai.baseUrl).toBe('http://chat/v1');
    const own = { ...environment, OPENAI_EMBEDDING_BASE_URL: 'http://vectors/v1' };
    expect(loadSettings(own)).toMatchObject({
      chat: { apiKey: 'sk-1', baseUrl: 'http://chat/v1' },
      embeddings: { openai: { apiKey: 'sk-1', baseUrl: 'http://vectors/v1' } },
    });
  });

  it('reads the people of the bot with any kind of comma, and its webhook', () => {
    const telegram = {
      TELEGRAM_BOT_TOKEN: '1:token',
      TELEGRAM_ALLOWED_USERS: '12，34 56',
      TELEGRAM_ADMINS: '7',
      TELEGRAM_QUESTIONS_PER_HOUR: '5',
      TELEGRAM_WEBHOOK_URL: 'https://bot.example/hook',
      TELEGRAM_WEBHOOK_SECRET: 'a-secret',
      TELEGRAM_WEBHOOK_PORT: '9000',
    };
    expect(loadSettings(telegram).telegram).toEqual({
      token: '1:token',
      apiRoot: 'https://api.telegram.org',
      access: 'pairing',
      allowedUsers: [12, 34, 56],
      admins: [7],
      questionsPerHour: 5,
      richMessages: 'auto',
      webhook: { url: 'https://bot.example/hook', secret: 'a-secret', port: 9000 },
    });
  });

  it.each([
    ['EMBEDDINGS', 'cloud', 'local、openai、none'],
    ['TELEGRAM_ACCESS', 'everybody', 'pairing、allowlist、open'],
    ['LOG_LEVEL', 'loud', 'debug、info、warn、error、silent'],
    ['STORE', 'redis', 'local、weaviate'],
    ['TELEGRAM_ADMINS', '7,@wang', '@wang'],
  ])('refuses %s=%s, saying what it holds and what it may hold', (name, value, may) => {
    const load = () => loadSettings({ [name]: value });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(new RegExp(`^设置 ${name} .*${value.split(',').at(-1)}`));
    expect(load).toThrow(may);
  });

  it('names an address that is none without repeating it, for it may hold a password', () => {
    const load = () => loadSettings({ OPENAI_BASE_URL: 'api.example/v1?key=hidden', OPENAI_API_KEY: 'sk-1' });
    expect(load).toThrow(/OPENAI_BASE_URL/);
    expect(load).not.toThrow(/hidden/);
  });

  it.each([['0'], ['70000'], ['a']])('refuses the port %s', (port) => {
    const webhook = { TELEGRAM_WEBHOOK_URL: 'https://bot.example', TELEGRAM_WEBHOOK_SECRET: 's' };
    expect(() => loadSettings({ ...webhook, TELEGRAM_WEBHOOK_PORT: port })).toThrow(/TELEGRAM_WEBHOOK_PORT/);
  });

  it.each([['0'], ['1.5'], ['many']])('refuses %s questions an hour', (value) => {
    expect(() => loadSettings({ TELEGRAM_QUESTIONS_PER_HOUR: value })).toThrow(/TELEGRAM_QUESTIONS_PER_HOUR/);
  });

  it('refuses a webhook without a secret, because anybody could then speak for Telegram', () => {
    expect(() => loadSettings({ TELEGRAM_WEBHOOK_URL: 'https://bot.example' })).toThrow(
      /TELEGRAM_WEBHOOK_SECRET/,
    );
  });

  it('name the nodes of a Weaviate server, gRPC beside each where nothing else is said', () => {
    const load = (more: Record<string, string>) => loadSettings({ STORE: 'Weaviate', ...more }).store;
    expect(load({ WEAVIATE_URL: 'http://a:8080/, http://b:8080', WEAVIATE_CONSISTENCY: 'one' })).toEqual({
      kind: 'weaviate',
      urls: ['http://a:8080', 'http://b:8080'],
      grpcUrls: ['http://a:50051', 'http://b:50051'],
      apiKey: null,
      prefix: 'Baowen',
      replicas: null,
      shards: null,
      consistency: 'ONE',
    });
    const unequal = { WEAVIATE_URL: 'http://a,http://b', WEAVIATE_GRPC_URL: 'http://a:50051' };
    expect(() => load(unequal)).toThrow(/WEAVIATE_URL 有 2 个.*WEAVIATE_GRPC_URL 有 1 个/);
    expect(() => load({ WEAVIATE_URL: 'a:8080?key=hidden' })).toThrow(/WEAVIATE_URL/);
    expect(() => load({ WEAVIATE_PREFIX: 'news' })).toThrow(/WEAVIATE_PREFIX.*news/);
  });

  it.each([
    ['WEAVIATE_URL', 'http://me:hidden@a:8080', '不能带用户名、密码'],
    ['WEAVIATE_URL', 'http://a:8080, http://b:8080/?key=hidden', '不能带用户名、密码'],
    ['WEAVIATE_GRPC_URL', 'http://a:50051/#hidden', '不能带用户名、密码'],
    ['WEAVIATE_API_KEY', 'hidden 密钥', '密钥不会有的字符'],
    ['WEAVIATE_SHARDS', '60000', '“60000”，应是 1 到 256 之间的整数'],
    ['WEAVIATE_REPLICAS', '0', '“0”，应是 1 到 256 之间的整数'],
  ])('refuse %s=%s, and show no secret', (name, value, sentence) => {
    const load = () => loadSettings({ STORE: 'weaviate', [name]: value });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(new RegExp(`^设置 ${name}.*${sentence}`));
    expect(load).not.toThrow('hidden');
  });

  it('all stand in .env.example, which sets nothing but defaults', () => {
    const source = ['config.ts', 'store-settings.ts']
      .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
      .join('\n');
    const known = new Set(
      [...source.matchAll(/'([A-Z]+(?:_[A-Z]+)+|STORE|EMBEDDINGS)'/g)].map(([, name]) => name),
    );
    const lines = readFileSync(join(root, '.env.example'), 'utf8').match(/^[A-Z_]+=.*$/gm) ?? [];
    const example = Object.fromEntries(lines.map((line) => line.split('=') as [string, string]));
    expect(Object.keys(example).sort()).toEqual([...known].sort());
    expect(loadSettings(example)).toEqual(loadSettings({}));
  });
});
