import { type FormResult, fill, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, problem, type Reply } from '@convener/http';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import { keptSupplier, removeSupplierForm, supplierForm } from '../pages/arranging-forms.ts';
import { removeSupplierPage } from '../pages/remove-supplier-page.tsx';
import { type SuppliersView, suppliersPage, suppliersPath } from '../pages/suppliers-page.tsx';
import { keepSupplier } from '../use-cases/keep-supplier.ts';
import { whereBooked } from '../use-cases/where-booked.ts';
import { words } from '../words.en.ts';
import { notDoneWords } from '../words.not-done.en.ts';
import { supplierWords } from '../words.suppliers.en.ts';

type Ports = ArrangeDependencies;
const { noSupplier } = notDoneWords;

const path = suppliersPath;

/** The list, with a form for a new one; by `?change=` with that one in it. */
export const showSuppliers: Handler<Ports> = async ({ now, query }, ports) => {
  const { network } = ports;
  const suppliers = await ports.suppliers.all(now);
  const changed = suppliers.find(({ supplierId }) => supplierId === query.get('change'));
  const entry = changed
    ? { supplierId: changed.supplierId, version: changed.version, state: { kept: keptSupplier(changed) } }
    : { supplierId: ports.ids.make('sup'), state: {} };
  return answer(() => suppliersPage({ network, suppliers, ...entry }), { suppliers });
};

export const changeSuppliers: Handler<Ports> = async (request, ports) => {
  const { fields } = request;
  switch (fields.action ?? 'add') {
    case 'add':
      return add(request, ports);
    case 'remove':
      return remove(request, ports);
    default:
      return problem(400, words.unclear.title, words.unclear.text);
  }
};

/** Whoever presses twice has what they wanted; a program that names nobody hears so. Of somebody who is named with a thing it asks first. */
async function remove({ fields, now, wants }: HttpRequest, ports: Ports): Promise<Reply> {
  const { suppliers, network, ids } = ports;
  const all = await suppliers.all(now);
  const parsed = parseForm(removeSupplierForm, fields);
  if (parsed.kind === 'invalid') {
    return invalid(() => suppliersPage({ network, suppliers: all, supplierId: ids.make('sup'), state: {} }), parsed.errors);
  }
  const supplier = all.find(({ supplierId }) => supplierId === parsed.value.supplierId);
  if (!supplier) return wants === 'json' ? problem(404, noSupplier.title, noSupplier.text) : done(path);
  const bookings = parsed.value.sure ? [] : await whereBooked(supplier.supplierId, now, ports);
  if (bookings.length > 0) {
    if (wants === 'json') return problem(409, supplierWords.booked.title(supplier.name), supplierWords.booked.sure);
    return answer(() => removeSupplierPage({ network, supplier, bookings }), {});
  }
  await suppliers.remove(supplier.supplierId);
  return done(path);
}

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
