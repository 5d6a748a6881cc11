import { ConfigError } from './domain/errors.js';
import * as wording from './domain/wording/config.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Blank counts as not set: .env files keep empty lines for what is not used. */
export function read(environment: Environment, name: string): string | undefined {
  return environment[name]?.trim() || undefined;
}

export function choice<T extends string>(
  environment: Environment,
  name: string,
  allowed: readonly T[],
  fallback: T,
): T {
  const value = read(environment, name);
  if (value === undefined) return fallback;
  const chosen = allowed.find((one) => one.toLowerCase() === value.toLowerCase());
  if (!chosen) throw new ConfigError(wording.wrongChoice(name, value, allowed));
  return chosen;
}

export function url(environment: Environment, name: string): string | null {
  const value = read(environment, name);
  if (value === undefined) return null;
  if (!/^https?:\/\/[^\s]+$/.test(value) || !URL.canParse(value))
    throw new ConfigError(wording.wrongUrl(name));
  return value.replace(/\/+$/, '');
}

export function count(environment: Environment, name: string, fallback: number, most = 65_535): number {
  const value = read(environment, name);
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new ConfigError(wording.wrongNumber(name, value, most));
  return number;
}
