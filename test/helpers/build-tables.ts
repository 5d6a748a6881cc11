import { writeTables } from '../../src/text/tables/build-tables.js';

/** Tests read the tables of the build; a rule that has just changed must be in them. */
export const setup = writeTables;
