import type { Check } from '../../domain/ports.js';

/** Lines of `doctor`. */
export const ok = (name: string, message: string, mend: string | null = null): Check => ({
  name,
  state: 'ok',
  message,
  mend,
});
export const off = (name: string, message: string, mend: string | null = null): Check => ({
  name,
  state: 'off',
  message,
  mend,
});
export const broken = (name: string, message: string, mend: string | null): Check => ({
  name,
  state: 'broken',
  message,
  mend,
});
