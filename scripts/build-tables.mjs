// The last step of `npm run build`: what a start would otherwise derive from the dictionaries and the divisions of China.
import { writeTables } from '../dist/src/text/tables/build-tables.js';

writeTables();
