const COLUMNS = [
  ...['trial', 'node', 'kills', 'failed', 'expected', 'found', 'doubled', 'lost', 'chunks', 'chunksLost'],
  ...['chunksLeft', 'changes', 'wholeAfter', 'looks', 'mixed', 'differ', 'differBack', 'seconds'],
];

/** One line each: name and figure of what was measured. */
export const formatRows = (rows) =>
  rows
    .map((row) =>
      COLUMNS.filter((name) => row[name] !== undefined && row[name] !== '')
        .map((name) => (name === 'trial' ? row[name].padEnd(9) : `${name} ${row[name]}`))
        .join(' · '),
    )
    .join('\n');
