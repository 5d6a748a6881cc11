import { createRequire } from 'node:module';
import type BetterSqlite from 'better-sqlite3';

export type Database = BetterSqlite.Database;
export type Statement = BetterSqlite.Statement<unknown[]>;

/** Of Node-API, which came with Node 22.14. */
const NEEDED_VERSION = 10;
/**
 * better-sqlite3 before 13 aborts the process on Node from 24.19 on, when a statement is collected outside of JavaScript;
 * from 13 on it crashes on a Node that has an older Node-API, such as every Node 20. Both have the same functions.
 */
const driver = Number(process.versions.napi) >= NEEDED_VERSION ? 'better-sqlite3-napi' : 'better-sqlite3';

/** The SQLite driver for the Node that runs. */
export const Sqlite: typeof BetterSqlite = createRequire(import.meta.url)(driver);
