/**
 * The form in which two names count as the same: `IEC 62443`, `iec-62443` and `IEC62443` share one key. Signs that
 * tell names apart (`S7comm+`, `C++`, `EtherNet/IP` versus `EtherNetIP`) are kept only where a letter would not do: a
 * plus is spelt out, everything else that is not a letter or digit goes.
 */
export function nameKey(name: string): string {
  // Most names are plain ASCII, for which the shorter way gives the same.
  if (ASCII.test(name))
    return name
      .toLowerCase()
      .replaceAll('+', 'plus')
      .replace(/[^a-z0-9]+/g, '');
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

// oxlint-disable-next-line no-control-regex -- ASCII is what it is, control signs and all
const ASCII = /^[\x00-\x7f]*$/;
