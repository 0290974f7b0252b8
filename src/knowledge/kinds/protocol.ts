import * as z from 'zod';
import { PROTECTIONS, PROTOCOL_FAMILIES, SECTORS } from '../vocabulary.ts';
import { defineKind, factRows, labels, line, oneOf, year } from './kind.ts';

const port = z.strictObject({
  port: z.int().min(1).max(65535),
  transport: z.enum(['tcp', 'udp']),
  /** What the port carries when a protocol has several, e.g. `TLS`. */
  use: line(60).optional(),
});

const protection = z.strictObject({ level: oneOf(PROTECTIONS), detail: line(200).optional() });

const facts = z.strictObject({
  fullName: line(120).optional(),
  ports: z.array(port).default([]),
  /** Ethernet type for protocols that ride directly on Ethernet, e.g. `0x88B8`. */
  ethertype: z
    .string()
    .regex(/^0x[0-9A-F]{4}$/, { error: 'expected an EtherType such as 0x88B8' })
    .optional(),
  /** What carries it, in words: `serial RS-485 or TCP/IP`. */
  transport: line(120),
  family: oneOf(PROTOCOL_FAMILIES),
  /** Year of first publication. */
  year: year.optional(),
  owner: line(120),
  sectors: z.array(oneOf(SECTORS)).min(1),
  authentication: protection,
  encryption: protection,
  secureVariant: line(200).optional(),
});

/** `TCP 502; TCP 802 (TLS)` */
export function readablePorts(ports: z.output<typeof facts>['ports']): string | undefined {
  if (ports.length === 0) return undefined;
  return ports
    .map(({ port, transport, use }) => `${transport.toUpperCase()} ${port}${use ? ` (${use})` : ''}`)
    .join('; ');
}

function readableProtection({ level, detail }: z.output<typeof protection>): string {
  return detail ? `${PROTECTIONS[level]}: ${detail}` : PROTECTIONS[level];
}

export const protocol = defineKind({
  name: 'protocol',
  folder: 'protocols',
  singular: 'protocol',
  plural: 'protocols',
  facts,
  headings: {
    'How it works': 'working',
    'Where it is used': 'use',
    Security: 'security',
    'How it is abused': 'abuse',
    'How to watch it': 'detection',
    'How to protect it': 'protection',
  },
  required: ['How it works', 'Security', 'How to protect it'],
  rows: (f) =>
    factRows(
      ['fullName', 'Full name', f.fullName],
      ['ports', 'Port', readablePorts(f.ports)],
      ['ethertype', 'EtherType', f.ethertype],
      ['transport', 'Carried by', f.transport],
      ['family', 'Family', PROTOCOL_FAMILIES[f.family]],
      ['year', 'Since', f.year?.toString()],
      ['owner', 'Owner', f.owner],
      ['sectors', 'Used in', labels(SECTORS, f.sectors)],
      ['authentication', 'Authentication', readableProtection(f.authentication)],
      ['encryption', 'Encryption', readableProtection(f.encryption)],
      ['secureVariant', 'Secure variant', f.secureVariant],
    ),
});
