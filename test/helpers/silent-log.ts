import type { Log } from '../../src/domain/ports.js';

/** A log that keeps nothing. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
