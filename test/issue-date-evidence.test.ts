import { describe, expect, it } from 'vitest';
import { toArticleRecord } from '../src/cli/records.js';
import { formatArticle } from '../src/domain/wording/cli-article.js';
import { openArchive } from '../src/store/archive.js';
import { dataFiles } from '../src/store/data-folder.js';
import { openDatabase } from '../src/store/open-database.js';
import { ARCHIVE_MIGRATIONS } from '../src/store/schema.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { collect } from './helpers/collect.js';
import { prepareArticle } from './helpers/prepared-article.js';
import { silentLog } from './helpers/silent-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const issueDateEvidence = '落款第8行“2023年2月10日”';

async function listFrom(dataDir: string) {
  const archive = await openArchive({ dataDir, log: silentLog });
  const articles = await collect(archive.listArticles({}));
  await archive.close();
  return articles;
}

describe('what an issue date rests on', () => {
  it('is kept in the archive, and brought up to date when the file is taken in anew', async () => {
    const dataDir = makeTemporaryFolder();
    const writer = await openArchiveWriter({ dataDir, log: silentLog });
    for (const [fingerprint, evidence] of Object.entries({ 1: null, 2: issueDateEvidence })) {
      const prepared = prepareArticle('修路', ['全市修路。'], { issueDateEvidence: evidence });
      await writer.writeFile({ path: 'a.txt', fingerprint }, [prepared]);
    }
    await writer.close();
    expect(await listFrom(dataDir)).toMatchObject([{ headline: '修路', issueDateEvidence }]);
  });

  it('is not known of articles in an archive that was made before it was kept; they stay', async () => {
    const dataDir = makeTemporaryFolder();
    const before = openDatabase(dataFiles(dataDir).archive, ARCHIVE_MIGRATIONS.slice(0, 1));
    before.exec(`
      INSERT INTO source_file VALUES (1, 'a.txt', '1', 1);
      INSERT INTO article (article_row, article_id, issue_date_source, contributors, kind, body)
        VALUES (1, 'a1', 'none', '[]', 'news', '全市修路。');
      INSERT INTO article_file VALUES (1, 1, 0, NULL)`);
    before.close();
    expect(await listFrom(dataDir)).toMatchObject([{ articleId: 'a1', issueDateEvidence: null }]);
  });

  it('is shown to a person under the source, and stays out of the JSON records', () => {
    const { article } = prepareArticle('修路', ['全市修路。'], { issueDateEvidence });
    expect(formatArticle(article).source).toBe(
      `《太原日报》2023年2月10日第4版《修路》  编号 id-修路\n日期依据：${issueDateEvidence}`,
    );
    expect(JSON.stringify(toArticleRecord(article))).not.toContain('落款');
  });
});
