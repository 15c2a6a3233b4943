/** A CloudFormation template as far as the claims look into it. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Parameters?: Readonly<Record<string, Values>>;
  readonly Outputs?: Readonly<Record<string, Values>>;
  readonly Conditions?: Readonly<Record<string, Values>>;
}

export interface Resource {
  readonly Type: string;
  readonly Properties?: Values;
  readonly DeletionPolicy?: string;
  readonly Condition?: string;
}

export type Values = Readonly<Record<string, unknown>>;

export interface Named {
  readonly id: string;
  readonly type: string;
  readonly properties: Values;
  readonly deletionPolicy: string | undefined;
}

/** All resources of a type, each with its logical id. */
export function resourcesOf(template: Template, type: string): readonly Named[] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, resource]) => ({ id, type, properties: resource.Properties ?? {}, deletionPolicy: resource.DeletionPolicy }));
}

export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A step down into a document; nothing where there is none. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)];
    return isValues(inner) ? inner[String(step)] : undefined;
  }, value);
}

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Every logical id that a value refers to, however deep. */
export function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isValues(value)) return [];
  if (typeof value.Ref === 'string') return [value.Ref];
  const attribute = value['Fn::GetAtt'];
  if (Array.isArray(attribute)) return [String(attribute[0])];
  return Object.values(value).flatMap(referencesIn);
}

/** Intrinsics as text that can be compared: the same reference always reads the same. */
export function asText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(asText).join('');
  if (!isValues(value)) return '';
  if (typeof value.Ref === 'string') return `{${value.Ref}}`;
  if (Array.isArray(value['Fn::GetAtt'])) return `{${value['Fn::GetAtt'].join('.')}}`;
  const join = value['Fn::Join'];
  if (Array.isArray(join)) return listOf(join[1]).map(asText).join(String(join[0]));
  return JSON.stringify(value);
}

/** A copy of the template with one resource's properties changed: how a negative control breaks what a claim is about. */
export function broken(template: Template, id: string, change: (properties: Record<string, unknown>) => void): Template {
  const copy = structuredClone(template);
  const resource = copy.Resources[id];
  if (!resource) throw new Error(`No resource ${id} to break.`);
  change((resource.Properties ?? {}) as Record<string, unknown>);
  return copy;
}

/** A copy of the template without some resources. */
export function without(template: Template, ids: readonly string[]): Template {
  const kept = Object.entries(template.Resources).filter(([id]) => !ids.includes(id));
  return { ...template, Resources: Object.fromEntries(kept) };
}
