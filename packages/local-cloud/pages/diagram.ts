import { type ComponentChildren, h } from 'preact';
import type { ConsumerPicture, Picture } from './picture.ts';

type EmitterPicture = Picture['emitters'][number];

const width = 960;
const row = 74;
const top = 44;
const box = { width: 208, height: 54 };
const busX = 404;
const busWidth = 76;
const chipX = 566;
const chipWidth = 118;

/** Services on the left speak, the buses carry, consumers on the right listen through their queues. For wide windows. */
export function wideDiagram(picture: Picture): ComponentChildren {
  const { emitters, consumers, busNames } = picture;
  const height = top + Math.max(emitters.length, consumers.length, busNames.length) * row + 12;
  const buses = placeBuses(picture, height);
  return h('svg', { class: 'diagram wide', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': 'diagram-wide-title' }, [
    h('title', { id: 'diagram-wide-title' }, summary(picture)),
    heading(8, 'speak'),
    heading(busX, 'bus'),
    heading(chipX, 'queue'),
    heading(width - box.width - 8, 'listen'),
    ...emitters.map((emitter, at) => emitterLine(emitter, rowMiddle(at), buses)),
    ...consumers.flatMap((consumer, at) => consumerLines(consumer, rowMiddle(at), buses)),
    ...buses.map(({ name, from, to }) => busBar(name, from, to)),
    ...emitters.map((emitter, at) => serviceBox(8, rowMiddle(at), emitter.name, said(emitter.emitted), emitter.live)),
    ...consumers.map((consumer, at) => queueChip(consumer, rowMiddle(at))),
    ...consumers.map((consumer, at) => serviceBox(width - box.width - 8, rowMiddle(at), consumer.name, hears(consumer), consumer.live)),
  ]);
}

/** One sentence that stands for the picture; the tables below it say the rest. */
export function summary({ emitters, consumers }: Picture): string {
  const names = (all: readonly { readonly name: string }[]): string => all.map(({ name }) => name).join(', ') || 'nobody';
  return `Domain events go from ${names(emitters)} over the bus to ${names(consumers)}. The tables on this page say the same in words.`;
}

interface Bus {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function rowMiddle(at: number): number {
  return top + at * row + row / 2;
}

/** Each bus is as tall as the services that speak on it. */
function placeBuses({ emitters, busNames }: Picture, height: number): Bus[] {
  return busNames.map((name, at) => {
    const rows = emitters.flatMap((emitter, index) => (emitter.busName === name ? [index] : []));
    const first = rows[0] ?? at;
    const last = at === busNames.length - 1 ? undefined : rows.at(-1);
    return { name, from: rowMiddle(first) - box.height / 2, to: last === undefined ? height - 20 : rowMiddle(last) + box.height / 2 };
  });
}

function busAt(buses: readonly Bus[], name: string): Bus | undefined {
  return buses.find((bus) => bus.name === name);
}

function heading(x: number, text: string): ComponentChildren {
  return h('text', { class: 'column', x, y: 20 }, text);
}

function emitterLine({ busName, live }: EmitterPicture, y: number, buses: readonly Bus[]): ComponentChildren {
  if (busAt(buses, busName) === undefined) return null;
  return h('path', { class: live ? 'wire live' : 'wire', d: `M ${8 + box.width} ${y} H ${busX}` });
}

function consumerLines(consumer: ConsumerPicture, y: number, buses: readonly Bus[]): ComponentChildren[] {
  const names = [...new Set(consumer.rules.map(({ busName }) => busName))];
  const kind = consumer.live ? 'wire live' : 'wire';
  const fromBuses = names.flatMap((name) => {
    const bus = busAt(buses, name);
    if (bus === undefined) return [];
    const start = Math.min(Math.max(y, bus.from + 14), bus.to - 14);
    const middle = (busX + busWidth + chipX) / 2;
    return [h('path', { class: kind, d: `M ${busX + busWidth} ${start} C ${middle} ${start} ${middle} ${y} ${chipX} ${y}` })];
  });
  return [
    ...fromBuses,
    h('path', { class: kind, d: `M ${chipX + chipWidth} ${y} H ${width - box.width - 14}`, 'marker-end': undefined }),
    arrow(width - box.width - 8, y, consumer.live),
  ];
}

function arrow(x: number, y: number, live: boolean): ComponentChildren {
  return h('path', { class: live ? 'head live' : 'head', d: `M ${x - 9} ${y - 5} L ${x} ${y} L ${x - 9} ${y + 5} Z` });
}

function busBar(name: string, from: number, to: number): ComponentChildren {
  const middle = (from + to) / 2;
  const upright = to - from > 120;
  const x = busX + busWidth / 2;
  return h('g', { class: 'bus' }, [
    h('rect', { x: busX, y: from, width: busWidth, height: to - from, rx: 14 }),
    h('text', { x, y: middle + 5, 'text-anchor': 'middle', transform: upright ? `rotate(-90 ${x} ${middle})` : undefined }, name),
  ]);
}

function serviceBox(x: number, y: number, name: string, note: string, live: boolean): ComponentChildren {
  return h('g', { class: live ? 'service live' : 'service' }, [
    h('rect', { x, y: y - box.height / 2, width: box.width, height: box.height, rx: 12 }),
    h('text', { class: 'name', x: x + 16, y: y - 3 }, name),
    h('text', { class: 'note', x: x + 16, y: y + 16 }, note),
    live ? h('circle', { class: 'pulse', cx: x + box.width - 18, cy: y, r: 5 }) : null,
  ]);
}

function queueChip(consumer: ConsumerPicture, y: number): ComponentChildren {
  const bad = (consumer.setAside ?? 0) > 0;
  return h('g', { class: bad ? 'chip bad' : 'chip' }, [
    h('rect', { x: chipX, y: y - 20, width: chipWidth, height: 40, rx: 20 }),
    h('text', { x: chipX + chipWidth / 2, y: y - 1, 'text-anchor': 'middle' }, `${consumer.waiting ?? '–'} waiting`),
    h('text', { x: chipX + chipWidth / 2, y: y + 13, 'text-anchor': 'middle' }, `${consumer.setAside ?? '–'} set aside`),
  ]);
}

export function said(count: number): string {
  return count === 0 ? 'nothing said yet' : `${count} said`;
}

export function hears({ rules, heard }: ConsumerPicture): string {
  const kinds = rules.reduce((sum, { hears: all }) => sum + all.length, 0);
  return `${kinds} ${kinds === 1 ? 'kind' : 'kinds'}, ${heard} heard`;
}
