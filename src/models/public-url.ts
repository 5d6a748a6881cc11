/** An address fit to be shown: without a user name, password, query or fragment, any of which may be a secret. */
export function publicUrl(address: string): string {
  try {
    const url = new URL(address);
    return `${url.origin}${url.pathname === '/' ? '' : url.pathname}`;
  } catch {
    return address.replace(/\/\/[^/]*@/, '//').replace(/[?#].*$/s, '');
  }
}
