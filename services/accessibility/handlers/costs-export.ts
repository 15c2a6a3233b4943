import { file, type Handler } from '@convener/http';
import type { CoordinateDependencies } from '../dependencies.ts';
import { bookingsTable } from '../domain/bookings-table.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { moneyWords } from '../words.money.en.ts';
import { isReply, open } from './opened.ts';

/** Costs and bookings, as the coordinator takes them to the books. That they were taken is noted. */
export const exportCosts: Handler<CoordinateDependencies> = async (request, ports) => {
  const opened = await open(request, ports, 'export');
  if (isReply(opened)) return opened;
  const { event, board } = opened;
  const { columns, file: name } = moneyWords.table;
  const { kinds, states } = arrangingWords;
  const { tableFile } = await import('@convener/writing/table-file');
  const rows = bookingsTable(board.adjustments, await ports.suppliers.all(request.now), event, { columns, kinds, states });
  return file('text/csv; charset=utf-8', tableFile(rows), { fileName: `${name}-${event.slug}.csv` });
};
