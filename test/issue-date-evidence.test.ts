import { describe, expect, it, onTestFinished } from 'vitest';
import { formatArticle } from '../src/domain/wording/cli-article.js';
import { openArchive } from '../src/store/archive.js';
import { dataFiles } from '../src/store/data-folder.js';
import { openDatabase } from '../src/store/open-database.js';
import { ARCHIVE_MIGRATIONS } from '../src/store/schema.js';
import { openWriter } from '../src/store/writer.js';
import { prepareArticle } from './helpers/prepared-article.js';
import { silentLog } from './helpers/silent-log.js';
