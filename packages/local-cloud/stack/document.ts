import { isRecord, StackProblem } from './template.ts';

/** Typed reading of resolved properties; every error says where in the template it is. CloudFormation lets numbers and flags be text. */
export class Document {
  readonly values: Readonly<Record<string, unknown>>;
  readonly where: string;

  constructor(values: unknown, where: string) {
    if (!isRecord(values)) throw new StackProblem(`${where} must be an object.`);
    this.values = values;
    this.where = where;
  }

  has(key: string): boolean {
    return this.values[key] !== undefined;
  }

  text(key: string): string {
    return this.optionalText(key) ?? this.missing(key, 'text');
  }

  optionalText(key: string): string | undefined {
    const value = this.values[key];
    if (value === undefined) return undefined;
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return this.missing(key, 'text');
  }

  number(key: string, fallback?: number): number {
    const value = this.values[key] ?? fallback;
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    return typeof number === 'number' && !Number.isNaN(number) ? number : this.missing(key, 'a number');
  }

  flag(key: string, fallback: boolean): boolean {
    const value = this.values[key] ?? fallback;
    if (typeof value === 'boolean') return value;
    return value === 'true' ? true : value === 'false' ? false : this.missing(key, 'true or false');
  }

  child(key: string): Document | undefined {
    const value = this.values[key];
    return value === undefined ? undefined : new Document(value, `${this.where}.${key}`);
  }

  required(key: string): Document {
    return this.child(key) ?? this.missing(key, 'an object');
  }

  children(key: string): readonly Document[] {
    return this.list(key).map((value, index) => new Document(value, `${this.where}.${key}[${index}]`));
  }

  /** A list of text, where CloudFormation and IAM also allow a single one. */
  texts(key: string): readonly string[] {
    const value = this.values[key];
    return value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String);
  }

  private list(key: string): readonly unknown[] {
    const value = this.values[key];
    if (value === undefined) return [];
    return Array.isArray(value) ? value : this.missing(key, 'a list');
  }

  private missing(key: string, what: string): never {
    throw new StackProblem(`${this.where}: \`${key}\` must be ${what}.`);
  }
}

/** A document that is JSON in a string (event filters) or already an object. */
export function parsed(value: unknown, where: string): Readonly<Record<string, unknown>> {
  const document: unknown = typeof value === 'string' ? parseJson(value, where) : value;
  if (!isRecord(document)) throw new StackProblem(`${where} must be a JSON object.`);
  return document;
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StackProblem(`${where} is not JSON.`, { cause });
  }
}
