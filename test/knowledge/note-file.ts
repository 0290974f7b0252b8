/** A valid protocol note as its author writes it; `change` replaces parts of it to make it faulty. */
export function protocolNote(change: (text: string) => string = (text) => text): string {
  return change(`---
title: Modbus
aliases: [Modbus TCP]
summary: The simplest industrial protocol.
asked:
  - what is modbus
  - which port does modbus use
  - is modbus secure
facts:
  ports:
    - { port: 502, transport: tcp }
  transport: serial or TCP/IP
  family: controller
  owner: Modbus Organization
  sectors: [all]
  authentication: { level: none }
  encryption: { level: none }
related: [stuxnet]
sources:
  - { title: Specification, publisher: Modbus Organization, url: 'https://www.modbus.org/' }
reviewed: 2026-11-22
---

## How it works

A client asks and a server answers.

## Security

None.

## How to protect it

- Keep it in its zone.
`);
}

/** A valid incident note. */
export function incidentNote(change: (text: string) => string = (text) => text): string {
  return change(`---
title: Stuxnet
summary: Malware that changed the speed of centrifuges.
asked:
  - what is stuxnet
  - who made stuxnet
  - when was stuxnet found
facts:
  date: 2009
  discovered: 2010-06
  countries: [Iran]
  victim: Natanz
  sectors: [nuclear]
  cause: targeted-attack
  attribution: { to: United States and Israel, confidence: high, by: press reports }
  boundary: removable media
  impact: centrifuges broke
  lesson: an air gap is not a wall
related: [modbus]
sources:
  - { title: W32.Stuxnet Dossier, publisher: Symantec, url: 'https://example.org/stuxnet' }
reviewed: 2026-11-22
---

## What happened

Speeds changed.

## How it reached OT

On a stick.

## Lessons

Watch the media.
`);
}
