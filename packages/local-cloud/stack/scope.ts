import { createHash } from 'node:crypto';
import { readTemplate } from './cloud-assembly.ts';
import { Document } from './document.ts';
import type { Secrets } from './dynamic-references.ts';
import { identify } from './identify.ts';
import { type Lookup, noValue, resolveCondition, resolveValue } from './intrinsics.ts';
import { account, type RawResource, region, StackProblem, type StackTemplate } from './template.ts';
import type { TemplateResource } from './template-resource.ts';

/** What the caller decides about a reading: the deployer's parameters, the local stand-ins, and where secrets are kept. */
export interface ReadingOptions {
  readonly parameters: Readonly<Record<string, string>>;
  readonly secrets: Secrets;
  /** Stands in for the CloudFront distribution's domain name: host and port of the base URL. */
  readonly distributionDomain: string;
}

/** One template with its parameters: resolves what stands in it, and knows its nested stacks as scopes of their own. */
export class Scope implements Lookup {
  readonly secrets: Secrets;
  readonly stackName: string;
  readonly #stack: StackTemplate;
  readonly #options: ReadingOptions;
  readonly #children = new Map<string, Scope>();
  readonly #busy = new Set<string>();
  readonly #resources = new Map<string, TemplateResource>();

  constructor(stack: StackTemplate, options: ReadingOptions) {
    this.#stack = stack;
    this.#options = options;
    this.secrets = options.secrets;
    this.stackName = stack.stackName;
    for (const [logicalId, raw] of Object.entries(stack.template.Resources ?? {})) {
      if (raw.Condition === undefined || this.condition(raw.Condition)) this.#resources.set(logicalId, this.#resource(logicalId, raw));
    }
  }

  /** The resources here and in every nested stack. */
  resources(): readonly TemplateResource[] {
    return [...this.#resources.values()].flatMap((resource) =>
      resource.type === 'AWS::CloudFormation::Stack' ? this.#child(resource.logicalId).resources() : [resource],
    );
  }

  outputs(): Readonly<Record<string, string>> {
    const outputs = Object.entries(this.#stack.template.Outputs ?? {});
    const existing = outputs.filter(([, output]) => output.Condition === undefined || this.condition(output.Condition));
    return Object.fromEntries(existing.map(([name, output]) => [name, String(resolveValue(output.Value, this))]));
  }

  ref(name: string): unknown {
    if (name.startsWith('AWS::')) return this.#pseudo(name);
    const parameter = this.#stack.template.Parameters?.[name];
    if (parameter) return this.#parameter(name, parameter);
    return this.#once(name, () => identify(this.#existing(name)).ref);
  }

  attribute(logicalId: string, attribute: string): string {
    const resource = this.#existing(logicalId);
    if (resource.type === 'AWS::CloudFormation::Stack') return this.#output(logicalId, attribute.replace(/^Outputs\./, ''));
    const value = this.#once(`${logicalId}.${attribute}`, () => identify(resource).attribute(attribute));
    if (value === undefined) throw new StackProblem(`${resource.where} has no attribute ${attribute} that the local cloud knows.`);
    return value;
  }

  condition(name: string): boolean {
    const condition = this.#stack.template.Conditions?.[name];
    if (condition === undefined) throw new StackProblem(`The template of ${this.stackName} has no condition ${name}.`);
    return this.#once(`condition ${name}`, () => resolveCondition(condition, this));
  }

  mapping(map: string, first: string, second: string): unknown {
    const value = this.#stack.template.Mappings?.[map]?.[first]?.[second];
    if (value === undefined) throw new StackProblem(`The template of ${this.stackName} maps nothing at ${map}.${first}.${second}.`);
    return value;
  }

  /** The file that an S3 object of the asset bucket stands for, by its key or by a URL that ends in it. */
  asset(keyOrUrl: string): string {
    const key = keyOrUrl.slice(keyOrUrl.lastIndexOf('/') + 1);
    const path = this.#stack.assets.get(key);
    if (path === undefined) throw new StackProblem(`The asset ${key} is not in the cloud assembly.`);
    return path;
  }

  #resource(logicalId: string, raw: RawResource): TemplateResource {
    const where = `${logicalId} (${raw.Type})`;
    let whole: Document | undefined;
    const property = (name: string) => {
      const value = resolveValue(raw.Properties?.[name], this);
      return value === noValue ? undefined : value;
    };
    return {
      logicalId,
      type: raw.Type,
      where,
      distributionDomain: this.#options.distributionDomain,
      property,
      document: () => {
        whole ??= new Document(resolveValue(raw.Properties ?? {}, this), where);
        return whole;
      },
      physicalName: (name, longest = 64) => {
        const given = property(name);
        return typeof given === 'string' ? given : shortened(`${this.stackName}-${logicalId}`, longest);
      },
    };
  }

  #existing(logicalId: string): TemplateResource {
    const resource = this.#resources.get(logicalId);
    if (!resource) throw new StackProblem(`The template of ${this.stackName} refers to ${logicalId}, which does not exist in it.`);
    return resource;
  }

  #parameter(name: string, parameter: { readonly Type: string; readonly Default?: unknown }): unknown {
    const value = this.#options.parameters[name] ?? parameter.Default;
    if (value === undefined) throw new StackProblem(`The parameter ${name} of ${this.stackName} has neither a value nor a default.`);
    return parameter.Type === 'CommaDelimitedList' ? String(value).split(',') : String(value);
  }

  #pseudo(name: string): unknown {
    const values: Readonly<Record<string, unknown>> = {
      'AWS::AccountId': account,
      'AWS::Region': region,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': this.stackName,
      'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${this.stackName}/local`,
      'AWS::NotificationARNs': [],
      'AWS::NoValue': noValue,
    };
    if (!(name in values)) throw new StackProblem(`The pseudo parameter ${name} is not known to the local cloud.`);
    return values[name];
  }

  #child(logicalId: string): Scope {
    const known = this.#children.get(logicalId);
    if (known) return known;
    const document = this.#existing(logicalId).document();
    const parameters = document.child('Parameters')?.values ?? {};
    const stack = {
      stackName: `${this.stackName}-${logicalId.replace(/NestedStack.*$/, '')}`,
      template: readTemplate(this.asset(document.text('TemplateURL'))),
      assets: this.#stack.assets,
    };
    const child = new Scope(stack, {
      ...this.#options,
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
      ),
    });
    this.#children.set(logicalId, child);
    return child;
  }

  #output(logicalId: string, name: string): string {
    const output = this.#child(logicalId).output(name);
    if (output === undefined) throw new StackProblem(`The nested stack ${logicalId} has no output ${name}.`);
    return output;
  }

  output(name: string): string | undefined {
    const output = this.#stack.template.Outputs?.[name];
    return output === undefined ? undefined : String(resolveValue(output.Value, this));
  }

  /** Runs `resolve`, unless it is already under way: then the template goes round in a circle. */
  #once<T>(what: string, resolve: () => T): T {
    if (this.#busy.has(what)) throw new StackProblem(`The template of ${this.stackName} defines ${what} by itself.`);
    this.#busy.add(what);
    try {
      return resolve();
    } finally {
      this.#busy.delete(what);
    }
  }
}

function shortened(name: string, longest: number): string {
  if (name.length <= longest) return name;
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, longest - mark.length - 1)}-${mark}`;
}
