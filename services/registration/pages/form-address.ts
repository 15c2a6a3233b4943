/** An address of the form to register: its pages carry the label of their draft. */
export interface FormAt {
  readonly slug: string;
  readonly draft?: string | undefined;
}

export function formAddress({ slug, draft }: FormAt, page?: string, more: Readonly<Record<string, string>> = {}): `/${string}` {
  const query = new URLSearchParams({ ...more, ...(draft ? { draft } : {}) }).toString();
  return `/events/${slug}/register${page ? `/${page}` : ''}${query ? `?${query}` : ''}`;
}
