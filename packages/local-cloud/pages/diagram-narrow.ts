import { type ComponentChildren, h } from 'preact';
import { hears, said, summary } from './diagram.ts';
import type { ConsumerPicture, Picture } from './picture.ts';

type EmitterPicture = Picture['emitters'][number];

const width = 340;
const row = 92;
const top = 40;
const busX = 10;
const busWidth = 26;
const boxX = 84;
const boxHeight = 74;

interface Place {
  readonly name: string;
  readonly emitter: EmitterPicture | undefined;
  readonly consumer: ConsumerPicture | undefined;
}

/** The same wiring for narrow windows: the bus runs down the side and each service stands beside it once. */
export function narrowDiagram(picture: Picture): ComponentChildren {
  const places = placesOf(picture);
  const height = top + places.length * row + 4;
  return h('svg', { class: 'diagram tall', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': 'diagram-tall-title' }, [
    h('title', { id: 'diagram-tall-title' }, summary(picture)),
    h('text', { class: 'column', x: busX, y: 20 }, 'bus'),
    h('text', { class: 'column', x: boxX, y: 20 }, 'services'),
    h('g', { class: 'bus' }, h('rect', { x: busX, y: top, width: busWidth, height: height - top - 8, rx: 13 })),
    ...places.flatMap((place, at) => drawPlace(place, top + at * row)),
  ]);
}

function placesOf({ emitters, consumers }: Picture): Place[] {
  const names = [...new Set([...emitters, ...consumers].map(({ name }) => name))];
  return names.map((name) => ({
    name,
    emitter: emitters.find((one) => one.name === name),
    consumer: consumers.find((one) => one.name === name),
  }));
}

function drawPlace({ name, emitter, consumer }: Place, y: number): ComponentChildren[] {
  const live = emitter?.live === true || consumer?.live === true;
  const note = [
    emitter === undefined ? 'says nothing' : said(emitter.emitted),
    consumer === undefined ? 'hears nothing' : hears(consumer),
  ].join(' · ');
  return [
    emitter && arrowLeft(y + 24, emitter.live),
    consumer && arrowRight(y + 52, consumer.live),
    h('g', { class: live ? 'service live' : 'service' }, [
      h('rect', { x: boxX, y, width: width - boxX - 6, height: boxHeight, rx: 12 }),
      h('text', { class: 'name', x: boxX + 14, y: y + 23 }, name),
      h('text', { class: 'note', x: boxX + 14, y: y + 43 }, note),
      consumer && queueNote(consumer, y + 61),
    ]),
  ];
}

function queueNote({ waiting, setAside }: ConsumerPicture, y: number): ComponentChildren {
  const kind = (setAside ?? 0) > 0 ? 'note bad' : 'note';
  return h('text', { class: kind, x: boxX + 14, y }, `${waiting ?? '–'} waiting, ${setAside ?? '–'} set aside`);
}

const busEdge = busX + busWidth;

function arrowLeft(y: number, live: boolean): ComponentChildren {
  return [
    h('path', { class: live ? 'wire live' : 'wire', d: `M ${boxX} ${y} H ${busEdge + 8}` }),
    h('path', { class: live ? 'head live' : 'head', d: `M ${busEdge + 10} ${y - 5} L ${busEdge + 1} ${y} L ${busEdge + 10} ${y + 5} Z` }),
  ];
}

function arrowRight(y: number, live: boolean): ComponentChildren {
  return [
    h('path', { class: live ? 'wire live' : 'wire', d: `M ${busEdge} ${y} H ${boxX - 8}` }),
    h('path', { class: live ? 'head live' : 'head', d: `M ${boxX - 10} ${y - 5} L ${boxX - 1} ${y} L ${boxX - 10} ${y + 5} Z` }),
  ];
}
