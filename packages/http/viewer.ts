import type { Role } from '@convener/contracts';

/** Whose page is being made. A page is made in one go, without waiting for anything, so there is never more than one. */
let viewer: readonly Role[] | undefined;

/** Makes what somebody with these roles sees. */
export function seenBy<Made>(roles: readonly Role[] | undefined, make: () => Made): Made {
  const before = viewer;
  viewer = roles;
  try {
    return make();
  } finally {
    viewer = before;
  }
}

/** Whether whoever looks may open what is for these roles; everything where nobody in particular looks. */
export function mayOpen(roles: readonly Role[]): boolean {
  return viewer === undefined || roles.some((role) => viewer?.includes(role));
}
