/** A drop whose values are functions by name, with further data behind them. */
import { Drop, type Hash, hashKeys, hashValue, hasKey, type Ruby } from "../values.ts";

/** What is asked of it is its own value, else that of its data. */
export abstract class ObjectDrop extends Drop {
  /** The object's own values. */
  protected abstract readonly own: ReadonlyMap<string, () => Ruby>;
  /** What it was given as data; its own values go before. */
  protected abstract readonly data: Hash;

  get(key: string): Ruby {
    const value = this.own.get(key);
    return value === undefined ? hashValue(this.data, key) : value();
  }

  has(key: string): boolean {
    return this.own.has(key) || hasKey(this.data, key);
  }

  keys(): readonly string[] {
    return [...this.own.keys(), ...hashKeys(this.data).filter((key) => !this.own.has(key))];
  }
}
