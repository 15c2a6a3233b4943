import { everyRole } from '@convener/contracts';
import { defineForm, email, severalOf } from '@convener/forms';

const roles = () => severalOf({ what: 'at least one role', from: [...everyRole], min: 1 });

export const inviteForm = defineForm({ fields: { address: email({ what: 'their email address' }), roles: roles() } });
export const rolesForm = defineForm({ fields: { roles: roles() } });
