import { families } from './families/families.ts';
import type { TemplateResource } from './scope.ts';
import { StackProblem } from './template.ts';

/** What the template may say of a resource: `Ref` and `Fn::GetAtt`. */
export interface Identity {
  readonly ref: string;
  attribute(name: string): string | undefined;
}

/** An identity whose attributes are known beforehand. */
export function identity(ref: string, attributes: Readonly<Record<string, string>> = {}): Identity {
  return { ref, attribute: (name) => attributes[name] };
}

export function identify(resource: TemplateResource): Identity {
  const identifyFamily = families[resource.type];
  if (!identifyFamily) {
    throw new StackProblem(
      `${resource.where} is a type of resource that the local cloud does not know, so what it does would silently be missing. ` +
        'Teach packages/local-cloud/stack/families to run it, or list it there as inert with the reason.',
    );
  }
  return identifyFamily(resource);
}
