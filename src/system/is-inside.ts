import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** Whether a path is the folder or lies in it, also where links lead there. Neither has to exist. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(toReal(resolve(folder)), toReal(resolve(path)));
  return way === '' || !/^\.\.(?:[\\/]|$)/.test(way);
}

/** Links are followed in the part of the path that exists. */
function toReal(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(toReal(dirname(path)), basename(path));
  }
}
