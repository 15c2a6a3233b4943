/** A CloudFormation template as it lies in the cloud assembly, before any intrinsic is resolved. */
export interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: unknown }>>;
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Resources?: Readonly<Record<string, RawResource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown; readonly Condition?: string }>>;
}

export interface RawResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Condition?: string;
}

/** One template with the name it would be deployed under and the files that its assets point to. */
export interface StackTemplate {
  readonly stackName: string;
  readonly template: Template;
  /** Asset object key (`<hash>.zip`, `<hash>.json`) → absolute path on this machine. */
  readonly assets: ReadonlyMap<string, string>;
}

export const account = '000000000000';
export const region = 'eu-west-2';

/** What the stack cannot be read for; the message is one sentence for the person who starts it. */
export class StackProblem extends Error {
  override readonly name = 'StackProblem';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
