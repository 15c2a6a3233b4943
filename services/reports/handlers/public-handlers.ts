import { done, type Handler } from '@convener/http';

/** The list is a file at `/reports/`; people type it without the slash. */
export const toList: Handler<unknown> = async () => done('/reports/', { list: '/reports/' });
