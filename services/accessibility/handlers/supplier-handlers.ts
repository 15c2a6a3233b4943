import { type FormResult, fill, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, problem, type Reply } from '@convener/http';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import { supplierForm } from '../pages/arranging-forms.ts';
import { type SuppliersView, suppliersPage } from '../pages/suppliers-page.tsx';
import { keepSupplier } from '../use-cases/keep-supplier.ts';
import { words } from '../words.en.ts';
import { supplierWords } from '../words.suppliers.en.ts';

type Ports = ArrangeDependencies;

const path = '/organise/access/suppliers';

export const showSuppliers: Handler<Ports> = async ({ now }, ports) => {
  const suppliers = await ports.suppliers.all(now);
  return answer(() => suppliersPage({ network: ports.network, suppliers, supplierId: ports.ids.make('sup'), state: {} }), { suppliers });
};

export const changeSuppliers: Handler<Ports> = async (request, ports) => {
  const { fields } = request;
  switch (fields.action ?? 'add') {
    case 'add':
      return add(request, ports);
    case 'remove':
      await ports.suppliers.remove(typeof fields.supplierId === 'string' ? fields.supplierId : '');
      return done(path);
    default:
      return problem(400, words.unclear.title, words.unclear.text);
  }
};

async function add({ fields, now, wants }: HttpRequest, ports: Ports): Promise<Reply> {
  const { network, suppliers } = ports;
  const parsed = parseForm(supplierForm, fields);
  if (parsed.kind === 'invalid') {
    const state: SuppliersView['state'] & Extract<FormResult<unknown>, { kind: 'invalid' }> = parsed;
    const { supplierId } = state.kept;
    const same = isFresh(supplierId) ? supplierId : ports.ids.make('sup');
    const view = { network, suppliers: await suppliers.all(now), supplierId: same };
    return invalid(() => suppliersPage({ ...view, state }), parsed.errors);
  }
  const { name, email, phone = '', kinds, supplierId: proposed, version: seen } = parsed.value;
  const supplierId = isFresh(proposed) ? proposed : ports.ids.make('sup');
  const outcome = await keepSupplier({ supplierId, words: { name, email, phone, kinds }, seen }, now, suppliers);
  switch (outcome.kind) {
    case 'saved':
      return done(path, outcome.supplier, { status: seen === undefined ? 201 : 200 });
    case 'meanwhile': {
      const { meanwhile } = supplierWords.suppliers;
      if (wants === 'json') return problem(409, meanwhile, meanwhile);
      const state = { kept: fill(supplierForm, fields), errors: [{ field: 'name', id: 'name', message: meanwhile }] };
      const again = { supplierId: outcome.held?.supplierId ?? ports.ids.make('sup'), version: outcome.held?.version };
      const view = { network, suppliers: await suppliers.all(now), ...again, state };
      return answer(() => suppliersPage(view), {}, { status: 409 });
    }
  }
}

/** As this service makes them; nobody chooses another. */
function isFresh(id: unknown): id is string {
  return typeof id === 'string' && /^sup_[\w-]{16,40}$/.test(id);
}
