import { families } from './families/families.ts';
import type { Identity } from './identity.ts';
import { StackProblem } from './template.ts';
import type { TemplateResource } from './template-resource.ts';

/** @throws StackProblem for a type that no family knows. */
export function identify(resource: TemplateResource): Identity {
  const identifyInFamily = families[resource.type];
  if (!identifyInFamily) {
    throw new StackProblem(
      `${resource.where} is a type of resource that the local cloud does not know, so what it does would silently be missing. ` +
        'Teach packages/local-cloud/stack/families to run it, or list it there as inert with the reason.',
    );
  }
  return identifyInFamily(resource);
}
