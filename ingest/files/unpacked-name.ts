/** The path that a file has when it is unpacked: a.html.gz → a.html */
export const unpackedName = (path: string): string => path.replace(/\.gz$/iu, '');
