import type { RemovalPlan, RemovalTarget } from '../removal.js';
import { articleNotFound } from './cli.js';

/** So many articles are named before a removal; the rest is counted. */
export const ARTICLES_SHOWN = 20;
const FILES_SHOWN = 5;

type Shown = { dryRun: boolean; listed: readonly string[] };

/** What goes, or would go with `--dry-run`, and what stays; `listed` are lines of the first articles. */
export function formatRemoval(plan: RemovalPlan, target: RemovalTarget, shown: Shown): string[] {
  const { going, staying, shared } = plan;
  const unknown = target.by === 'article' ? listUnknown(target.articleIds, going) : [];
  return [
    ...(going.length > 0 || target.by !== 'article' ? [formatMain(plan, target, shown.dryRun)] : []),
    ...shown.listed.map((line) => `  ${line}`),
    ...(shown.dryRun && going.length > ARTICLES_SHOWN ? [`  还有 ${going.length - ARTICLES_SHOWN} 篇`] : []),
    ...(staying.length > 0 ? [`另有 ${staying.length} 篇也在别的文件里，留在档案里。`] : []),
    ...formatShared(shared),
    ...unknown,
    ...(shown.dryRun ? ['这次只是试一遍，什么也没有移除。'] : []),
  ];
}

function formatMain(plan: RemovalPlan, target: RemovalTarget, dryRun: boolean): string {
  const { going, files, staying } = plan;
  const what = nameTarget(target, plan);
  const verb = dryRun ? '将移除' : '已移除';
  if (going.length > 0) return `${verb} ${going.length} 篇稿件：${what}。`;
  if (target.by === 'file' && staying.length > 0) return `${verb}文件的记录，稿件一篇也没有移除：${what}。`;
  return `没有可移除的稿件：${what}。${target.by === 'file' && files.length === 0 ? '档案里没有这个文件。' : ''}`;
}

function nameTarget(target: RemovalTarget, { files, going }: RemovalPlan): string {
  if (target.by === 'issue') return `《${target.newspaper}》${target.date}`;
  if (target.by === 'article') return going.slice(0, ARTICLES_SHOWN).join('、');
  const isFolder = files.length > 1 || (files.length === 1 && files[0] !== target.path);
  return isFolder ? `${target.path} 里的 ${files.length} 个文件` : target.path;
}

/** An article goes as a whole, from every file that it stands in. */
const formatShared = (shared: RemovalPlan['shared']): string[] =>
  shared
    .slice(0, FILES_SHOWN)
    .map(
      ({ articleId, files }) =>
        `稿件 ${articleId} 同时在 ${files.length} 个文件里，一并移除：${files.join('、')}。`,
    );

const listUnknown = (asked: readonly string[], going: readonly string[]): string[] =>
  [...new Set(asked)].filter((articleId) => !going.includes(articleId)).map(articleNotFound);
