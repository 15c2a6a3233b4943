import * as z from 'zod/mini';
import type { AwsService } from '../../part.ts';
import type { Stack } from '../../stack/model.ts';
import { action, answerJson, type JsonAction, Refusal } from '../protocol.ts';
import type { Parameter, ParameterStore } from './parameter-store.ts';

const flag = z.optional(z.boolean());

/** Systems Manager's Parameter Store: read, write once, overwrite, list by path, delete. */
export function ssm(store: ParameterStore, stack: Stack): AwsService {
  const actions: Readonly<Record<string, JsonAction>> = { ...reading(store, stack), ...writing(store) };
  return { handle: (request) => answerJson(request, actions) };
}

/** A parameter may be asked for by its ARN too. */
function nameOf(given: string): string {
  return given.replace(/^arn:aws:ssm:[^:]*:[^:]*:parameter/, '');
}

function reading(store: ParameterStore, stack: Stack): Record<string, JsonAction> {
  const shown = (found: Parameter): Record<string, unknown> => ({
    Name: found.name,
    Type: found.type,
    Value: found.value,
    Version: found.version,
    LastModifiedDate: found.modified.getTime() / 1000,
    ARN: `arn:aws:ssm:${stack.region}:${stack.account}:parameter${found.name.startsWith('/') ? '' : '/'}${found.name}`,
    DataType: 'text',
  });
  return {
    GetParameter: action(z.object({ Name: z.string(), WithDecryption: flag }), async (input) => {
      const found = await store.get(nameOf(input.Name), input.WithDecryption ?? false);
      if (found === undefined) throw new Refusal('ParameterNotFound', `Parameter ${input.Name} not found.`);
      return { Parameter: shown(found) };
    }),
    GetParameters: action(
      z.object({ Names: z.array(z.string()).check(z.minLength(1), z.maxLength(10)), WithDecryption: flag }),
      async (input) => {
        const found = await Promise.all(input.Names.map((name) => store.get(nameOf(name), input.WithDecryption ?? false)));
        return {
          Parameters: found.flatMap((one) => (one === undefined ? [] : [shown(one)])),
          InvalidParameters: input.Names.filter((_, at) => found[at] === undefined),
        };
      },
    ),
    GetParametersByPath: action(
      z.object({
        Path: z.string(),
        Recursive: flag,
        WithDecryption: flag,
        MaxResults: z.optional(z.number()),
        NextToken: z.optional(z.string()),
      }),
      async (input) => {
        const names = namesUnder(store.names(), input.Path, input.Recursive ?? false);
        const from = Number(input.NextToken ?? 0);
        const until = from + Math.min(input.MaxResults ?? 10, 10);
        const found = await Promise.all(names.slice(from, until).map((name) => store.get(name, input.WithDecryption ?? false)));
        return {
          Parameters: found.flatMap((one) => (one === undefined ? [] : [shown(one)])),
          ...(until < names.length ? { NextToken: String(until) } : {}),
        };
      },
    ),
  };
}

function namesUnder(names: readonly string[], path: string, recursive: boolean): string[] {
  const start = path.endsWith('/') ? path : `${path}/`;
  return names.filter((name) => name.startsWith(start) && (recursive || !name.slice(start.length).includes('/'))).sort();
}

function writing(store: ParameterStore): Record<string, JsonAction> {
  return {
    PutParameter: action(
      z.object({
        Name: z.string(),
        Value: z.string(),
        Type: z.optional(z.enum(['String', 'StringList', 'SecureString'])),
        Overwrite: flag,
        KeyId: z.optional(z.string()),
      }),
      async (input) => ({
        Version: await store.put({
          name: input.Name,
          value: input.Value,
          overwrite: input.Overwrite ?? false,
          ...(input.Type === undefined ? {} : { type: input.Type }),
          ...(input.KeyId === undefined ? {} : { keyId: input.KeyId }),
        }),
        Tier: 'Standard',
      }),
    ),
    DeleteParameter: action(z.object({ Name: z.string() }), async (input) => {
      if (!(await store.remove(nameOf(input.Name)))) throw new Refusal('ParameterNotFound', `Parameter ${input.Name} not found.`);
    }),
    DeleteParameters: action(z.object({ Names: z.array(z.string()) }), async (input) => {
      const gone = await Promise.all(input.Names.map((name) => store.remove(nameOf(name))));
      return { DeletedParameters: input.Names.filter((_, at) => gone[at]), InvalidParameters: input.Names.filter((_, at) => !gone[at]) };
    }),
  };
}
