import type { Check } from '../../domain/ports.js';
import { articlesCheck, filesCheck, offsetsCheck } from '../../domain/wording/store.js';
import { archiveCheck } from '../../domain/wording/weaviate.js';
import { broken, off, ok } from '../checks/check-line.js';
import { compareVectors } from '../checks/compare-vectors.js';
import type { CheckWorld } from '../store.js';
import { findUnfinished } from './changes.js';
import { FileRecords, isWhole } from './file-records.js';
import { findLackingFiles } from './inspect/find-lacking-files.js';
import { findStrayChunks } from './inspect/find-stray-chunks.js';
import { type Fault, inspectArticles } from './inspect/inspect-articles.js';
import { loadCoverage } from './lists.js';
import type { ReadSession } from './read-session.js';

/** Every article, chunk and file of an archive that is there. Throws StoreError. */
export async function checkContent(session: ReadSession, world: CheckWorld): Promise<Check[]> {
  const found = await countFaults(session, world);
  const view = await session.look();
  const coverage = await loadCoverage(view);
  const { articles } = coverage;
  const { snapshot } = view;
  const unfinished = findUnfinished(snapshot).length;
  return [
    tellArchive({ ...found, unfinished }, coverage),
    tellFiles(await new FileRecords(session.collections).list()),
    found.changed === 0
      ? ok(articlesCheck.name, articlesCheck.ok(articles))
      : broken(
          articlesCheck.name,
          articlesCheck.changed(found.changed),
          articlesCheck.mendChanged([...found.paths]),
        ),
    found.cut === 0
      ? ok(offsetsCheck.name, offsetsCheck.ok())
      : broken(offsetsCheck.name, offsetsCheck.broken(found.cut), offsetsCheck.mend()),
    compareVectors({ ...coverage, model: snapshot.model, modelId: world.modelId }),
  ];
}

type Found = Record<Exclude<Fault, 'lacking'> | 'missing' | 'strays' | 'lost', number> & {
  /** Files of articles whose text was changed. */
  paths: ReadonlySet<string>;
};

async function countFaults(session: ReadSession, { isOwnId, now }: CheckWorld): Promise<Found> {
  const counts = {
    unreadable: 0,
    changed: 0,
    cut: 0,
    doubled: 0,
    homeless: 0,
    missing: 0,
    strays: 0,
    lost: 0,
  };
  const paths = new Set<string>();
  for await (const some of inspectArticles(session, isOwnId)) {
    for (const { faults, missing, extra, sourceFile } of some) {
      // What goes anyway has no other faults.
      const told = ['unreadable', 'doubled'].find((fault) => faults.has(fault as Fault));
      if (told !== undefined) {
        counts[told as 'doubled']++;
        continue;
      }
      counts.missing += missing;
      counts.strays += extra.length;
      for (const fault of faults) if (fault !== 'lacking') counts[fault]++;
      if (faults.has('changed')) paths.add(sourceFile);
    }
  }
  for await (const some of findStrayChunks(session, now)) counts.strays += some.length;
  for await (const { record, held } of findLackingFiles(session))
    counts.lost += record.articles.length - held.length;
  return { ...counts, paths };
}

function tellArchive(
  found: Found & { unfinished: number },
  { articles, chunks }: { articles: number; chunks: number },
): Check {
  const { name, mend, faults } = archiveCheck;
  const told = Object.entries(faults).flatMap(([fault, tell]) => {
    const count = found[fault as keyof typeof faults];
    return count > 0 ? [tell(count)] : [];
  });
  if (told.length > 0) return broken(name, told.join(''), mend());
  return articles === 0 ? off(name, archiveCheck.empty()) : ok(name, archiveCheck.ok(articles, chunks));
}

function tellFiles(records: Parameters<typeof isWhole>[0][]): Check {
  const unfinished = records.filter((record) => !isWhole(record)).length;
  if (unfinished === 0) return ok(filesCheck.name, filesCheck.ok(records.length));
  return broken(filesCheck.name, filesCheck.broken(unfinished), filesCheck.mend());
}
