import type { OpenedWeaviate } from './open-weaviate-store.js';

const NOBODY = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
const LONG_AGO = 1_600_000_000_000;
const FIRST = '00000000-0000-4000-8000-000000000000';

const first = async (opened: OpenedWeaviate, name: string) => {
  const { objects } = await opened.raw(name, ({ query }) => query.fetchObjects());
  const sorted = objects.sort((a, b) => (a.uuid < b.uuid ? -1 : 1));
  return sorted[0] as (typeof objects)[number];
};

const changeFirst = async (
  opened: OpenedWeaviate,
  name: string,
  properties: Record<string, string | number>,
) => {
  const { uuid } = await first(opened, name);
  await opened.raw(name, ({ data }) => data.update({ id: uuid, properties }));
};

export async function removeFirst(opened: OpenedWeaviate, name: string) {
  const { uuid } = await first(opened, name);
  await opened.raw(name, ({ data }) => data.deleteById(uuid));
}

async function copyFirst(opened: OpenedWeaviate, name: string, id: string, changed: object = {}) {
  const { properties } = await first(opened, name);
  await opened.raw(name, ({ data }) => data.insert({ id, properties: { ...properties, ...changed } }));
}

async function leaveChange(
  opened: OpenedWeaviate,
  state: string,
  going: string[],
  more: object = { at: LONG_AGO },
) {
  const { path } = (await first(opened, 'File')).properties;
  const properties = { kind: 'change', path, state, going, ...more };
  await opened.raw('State', ({ data }) => data.insert({ id: NOBODY, properties: properties as never }));
}

const changeBody = async (opened: OpenedWeaviate) => {
  const { record } = (await first(opened, 'Article')).properties;
  await changeFirst(opened, 'Article', { record: String(record).replace('村民', '居民') });
};

type Damage = [
  what: string,
  damage: (opened: OpenedWeaviate) => Promise<void>,
  told: RegExp[],
  mended: RegExp[],
];

/** With what `doctor` says of each, and what `doctor --fix` says that it did. */
export const WEAVIATE_DAMAGES: Damage[] = [
  [
    'a chunk is gone',
    (opened) => removeFirst(opened, 'Chunk'),
    [/^档案：缺 1 个片段。$/],
    [/重新切分了 1 篇稿件/],
  ],
  [
    'a chunk has no article',
    (opened) => copyFirst(opened, 'Chunk', NOBODY, { version: NOBODY }),
    [/^档案：1 个片段不属于任何稿件。$/],
    [/清除了 1 个不属于任何稿件的片段/],
  ],
  [
    'a chunk is there under another id, too',
    (opened) => copyFirst(opened, 'Chunk', NOBODY),
    [/^档案：1 个片段不属于任何稿件。$/],
    [/清除了 1 个不属于任何稿件的片段/],
  ],
  [
    'a chunk ends behind its body',
    (opened) => changeFirst(opened, 'Chunk', { end: 100_000 }),
    [/^片段：1 篇/],
    [/重新切分了 1 篇稿件/],
  ],
  [
    'an article has a copy that nobody sees',
    (opened) => copyFirst(opened, 'Article', NOBODY),
    [/^档案：多存了 1 份稿件。$/],
    [/删掉了多存的 1 份稿件/],
  ],
  [
    'an article has a copy that stands in its place',
    (opened) => copyFirst(opened, 'Article', FIRST),
    [/^档案：缺 \d 个片段。多存了 1 份稿件。$/],
    [/删掉了多存的 1 份稿件/, /重新切分了 1 篇稿件/],
  ],
  [
    'an article is gone',
    (opened) => removeFirst(opened, 'Article'),
    [/^档案：\d 个片段不属于任何稿件。1 篇稿件记在文件名下，却不在档案里。$/],
    [/个不属于任何稿件的片段/, /^1 个文件有稿件缺失/],
  ],
  [
    'an article cannot be read',
    (opened) => changeFirst(opened, 'Article', { record: '{' }),
    [/^档案：1 篇稿件读不出来。$/],
    [/删掉了 1 篇读不出来的稿件/, /^1 个文件有稿件缺失/],
  ],
  [
    'an article has no text',
    (opened) => changeFirst(opened, 'Article', { record: 'null' }),
    [/^档案：1 篇稿件读不出来。$/],
    [/删掉了 1 篇读不出来的稿件/, /^1 个文件有稿件缺失/],
  ],
  [
    'it cannot be read how a file looked when it was taken in',
    (opened) => changeFirst(opened, 'File', { look: '{' }),
    [],
    [],
  ],
  ['a word of an article was changed', changeBody, [/^稿件：1 篇/], [/^1 个文件有稿件缺失或被改动/]],
  [
    'a file is forgotten',
    (opened) => removeFirst(opened, 'File'),
    [/^档案：2 篇稿件不属于任何文件。$/],
    [/把 2 篇稿件记回/, /^1 个文件有稿件缺失/],
  ],
  [
    'a writer died before its articles were to be seen',
    async (opened) => {
      const record = JSON.stringify({ articleId: 'new', body: '' });
      await copyFirst(opened, 'Article', FIRST, { epoch: NOBODY, articleId: 'new', record });
      await leaveChange(opened, 'pending', []);
    },
    [/^档案：1 次替换没有做完。$/],
    [/收拾了 1 次/, /^1 个文件/],
  ],
  [
    'a writer died before what went was taken out',
    async (opened) => {
      await copyFirst(opened, 'Article', NOBODY, { articleId: 'old' });
      await leaveChange(opened, 'switched', [NOBODY]);
    },
    [/^档案：1 次替换没有做完。$/],
    [/收拾了 1 次/, /^1 个文件/],
  ],
  [
    'a change has lost its time and its state',
    (opened) => leaveChange(opened, '', [], {}),
    [/^档案：1 次替换没有做完。$/],
    [/收拾了 1 次/, /^1 个文件/],
  ],
  [
    'all chunks are gone',
    (opened) =>
      opened.connection.run('write', ({ collections }) =>
        collections.delete(`${opened.settings.prefix}Chunk`),
      ),
    [/^档案：.*缺少集合 Doctor\d+Chunk/],
    [/补建了 Weaviate 上缺少的集合/, /重新切分了 4 篇稿件/],
  ],
];
