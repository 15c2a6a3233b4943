/** What the template may say of a resource: `Ref` and `Fn::GetAtt`. */
export interface Identity {
  readonly ref: string;
  attribute(name: string): string | undefined;
}

/** An identity whose attributes are known beforehand. */
export function identity(ref: string, attributes: Readonly<Record<string, string>> = {}): Identity {
  return { ref, attribute: (name) => attributes[name] };
}
