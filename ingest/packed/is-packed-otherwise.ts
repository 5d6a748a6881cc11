/** Whether a name is that of files packed into one in a way that is not read, .zip being the one that is. */
export const isPackedOtherwise = (name: string): boolean =>
  /\.(?:rar|7z|tar|tgz|tbz2?|txz|tar\.[a-z0-9]+)$/iu.test(name);
