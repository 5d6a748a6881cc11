// Opens the archive in the folder given for writing, says so, and waits to be killed.
import { openArchiveWriter } from '../../dist/src/store/writer.js';

const log = { debug() {}, info() {}, warn() {}, error() {} };
await openArchiveWriter({ dataDir: process.argv[2], log });
process.stdout.write('open\n');
process.stdin.resume();
