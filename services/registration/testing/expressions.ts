import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** The part of DynamoDB's expressions that this service's store writes, carried out over plain items. Anything else throws. */
export type Attributes = Record<string, AttributeValue>;

export interface Placeholders {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, AttributeValue>>;
}

const tokensOf = (text: string): string[] => text.match(/[#:]?[A-Za-z_]\w*|<=|>=|<>|[=<>(),.+-]/g) ?? [];

class Reader {
  private readonly tokens: readonly string[];
  private at = 0;
  constructor(text: string) {
    this.tokens = tokensOf(text);
  }
  peek(): string {
    return this.tokens[this.at] ?? '';
  }
  next(): string {
    this.at += 1;
    return this.tokens[this.at - 1] ?? '';
  }
  takes(token: string): boolean {
    if (this.peek() !== token) return false;
    this.at += 1;
    return true;
  }
  expect(token: string): void {
    if (!this.takes(token)) throw new Error(`Expected ${token}, found ${this.peek()}.`);
  }
}

/** Whether the item, or its absence, meets the condition. */
export function holds(condition: string | undefined, item: Attributes | undefined, given: Placeholders): boolean {
  if (condition === undefined) return true;
  const reader = new Reader(condition);
  const either = (): boolean => {
    let result = both();
    while (reader.takes('OR')) result = both() || result;
    return result;
  };
  const both = (): boolean => {
    let result = single();
    while (reader.takes('AND')) result = single() && result;
    return result;
  };
  const single = (): boolean => {
    if (reader.takes('(')) {
      const result = either();
      reader.expect(')');
      return result;
    }
    const word = reader.peek();
    if (word === 'attribute_exists' || word === 'attribute_not_exists') {
      reader.next();
      reader.expect('(');
      const found = at(item, pathIn(reader, given)) !== undefined;
      reader.expect(')');
      return found === (word === 'attribute_exists');
    }
    const left = operand(reader, item, given);
    const operator = reader.next();
    return compare(left, operator, operand(reader, item, given));
  };
  const result = either();
  if (reader.peek() !== '') throw new Error(`Not understood: ${condition}`);
  return result;
}

/** The item after `SET … REMOVE …`. */
export function updated(update: string, before: Attributes | undefined, given: Placeholders): Attributes {
  const item = structuredClone(before ?? {});
  const reader = new Reader(update);
  if (reader.takes('SET')) {
    do {
      const path = pathIn(reader, given);
      reader.expect('=');
      put(item, path, sum(reader, before, given));
    } while (reader.takes(','));
  }
  if (reader.takes('REMOVE')) {
    do remove(item, pathIn(reader, given));
    while (reader.takes(','));
  }
  if (reader.peek() !== '') throw new Error(`Not understood: ${update}`);
  return item;
}

function sum(reader: Reader, item: Attributes | undefined, given: Placeholders): AttributeValue {
  const first = present(operand(reader, item, given));
  const sign = reader.peek();
  if (sign !== '+' && sign !== '-') return first;
  reader.next();
  const second = present(operand(reader, item, given));
  return { N: String(sign === '+' ? numberOf(first) + numberOf(second) : numberOf(first) - numberOf(second)) };
}

function operand(reader: Reader, item: Attributes | undefined, given: Placeholders): AttributeValue | undefined {
  if (reader.takes('if_not_exists')) {
    reader.expect('(');
    const found = at(item, pathIn(reader, given));
    reader.expect(',');
    const otherwise = operand(reader, item, given);
    reader.expect(')');
    return found ?? otherwise;
  }
  if (reader.peek().startsWith(':')) return present(given.values[reader.next()]);
  return at(item, pathIn(reader, given));
}

function pathIn(reader: Reader, { names }: Placeholders): readonly string[] {
  const path: string[] = [];
  do {
    const word = reader.next();
    const name = word.startsWith('#') ? names[word] : word;
    if (!name) throw new Error(`No name for ${word}.`);
    path.push(name);
  } while (reader.takes('.'));
  return path;
}

function at(item: Attributes | undefined, path: readonly string[]): AttributeValue | undefined {
  const [first = '', ...rest] = path;
  const found = item && Object.hasOwn(item, first) ? item[first] : undefined;
  return rest.length === 0 ? found : at(found?.M, rest);
}

function put(item: Attributes, path: readonly string[], value: AttributeValue): void {
  const [first = '', ...rest] = path;
  if (rest.length === 0) item[first] = value;
  else put(present(item[first]?.M), rest, value);
}

function remove(item: Attributes, path: readonly string[]): void {
  const [first = '', ...rest] = path;
  if (rest.length === 0) delete item[first];
  else remove(present(item[first]?.M), rest);
}

function compare(left: AttributeValue | undefined, operator: string, right: AttributeValue | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  const [a, b] = left.N !== undefined && right.N !== undefined ? [Number(left.N), Number(right.N)] : [left.S ?? '', right.S ?? ''];
  switch (operator) {
    case '=':
      return a === b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      throw new Error(`No operator ${operator}.`);
  }
}

function numberOf(value: AttributeValue): number {
  return Number(present(value.N));
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('An operand is missing: DynamoDB would refuse the write.');
  return value;
}
