/** Remembers so many values; of more, those that came first are forgotten. */
export class Cache<Key, Value> {
  private readonly values = new Map<Key, Value>();

  constructor(private readonly most: number) {}

  get(key: Key): Value | undefined {
    return this.values.get(key);
  }

  set(key: Key, value: Value): void {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size <= this.most) return;
    for (const first of this.values.keys()) {
      this.values.delete(first);
      break;
    }
  }

  /** Those of the keys that are known or that `load` finds. What is looked up is not forgotten for what comes in with it. */
  async getAll(
    keys: readonly Key[],
    load: (missing: Key[]) => Promise<readonly (readonly [Key, Value])[]>,
  ): Promise<Map<Key, Value>> {
    const found = new Map<Key, Value>();
    const missing = new Set<Key>();
    for (const key of keys) {
      const value = this.values.get(key);
      if (value === undefined) missing.add(key);
      else found.set(key, value);
    }
    if (missing.size === 0) return found;
    for (const [key, value] of await load([...missing])) {
      found.set(key, value);
      this.set(key, value);
    }
    return found;
  }

  delete(key: Key): void {
    this.values.delete(key);
  }

  clear(): void {
    this.values.clear();
  }
}
