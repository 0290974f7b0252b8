/**
 * The closed vocabularies that typed facts draw from. A closed list is what makes filters ("incidents in water"),
 * comparisons and quiz items possible; the label is how a person reads the value.
 */

export const SECTORS = {
  all: 'all sectors',
  'electric-power': 'electric power',
  'oil-and-gas': 'oil and gas',
  water: 'water and wastewater',
  chemicals: 'chemicals',
  nuclear: 'nuclear',
  manufacturing: 'manufacturing',
  automotive: 'automotive',
  metals: 'metals',
  mining: 'mining',
  food: 'food and beverage',
  pharmaceuticals: 'pharmaceuticals',
  semiconductors: 'semiconductors',
  rail: 'rail',
  maritime: 'maritime and ports',
  aviation: 'aviation',
  road: 'road traffic',
  buildings: 'buildings',
  healthcare: 'healthcare',
  space: 'space and satellite',
  agriculture: 'agriculture',
  'fuel-retail': 'fuel retail',
  heating: 'district heating',
  dams: 'dams and hydropower',
  renewables: 'wind, solar and storage',
  logistics: 'logistics',
  telecom: 'telecommunications',
  government: 'government and defence',
} as const;
export type Sector = keyof typeof SECTORS;

export const CAUSES = {
  'targeted-attack': 'targeted attack',
  ransomware: 'ransomware',
  'it-spillover': 'IT malware that spilled over into OT',
  insider: 'insider',
  hacktivism: 'hacktivism',
  espionage: 'espionage',
  criminal: 'criminal intrusion',
  accident: 'accident',
  misconfiguration: 'misconfiguration',
  demonstration: 'demonstration by researchers',
  disproved: 'reported as an attack, later found not to be one',
  unclear: 'unclear',
} as const;
export type Cause = keyof typeof CAUSES;

/** How sure the named sources are of who did it; `confirmed` means a confession, a conviction or an official finding. */
export const CONFIDENCES = {
  confirmed: 'confirmed',
  high: 'high confidence',
  moderate: 'moderate confidence',
  low: 'low confidence',
  disputed: 'disputed',
  unknown: 'unknown',
} as const;
export type Confidence = keyof typeof CONFIDENCES;

export const PROTOCOL_FAMILIES = {
  fieldbus: 'fieldbus',
  'industrial-ethernet': 'industrial Ethernet',
  telecontrol: 'telecontrol',
  substation: 'substation automation',
  building: 'building automation',
  metering: 'metering',
  energy: 'energy management and charging',
  messaging: 'messaging',
  'information-model': 'information model',
  controller: 'controller programming and data access',
  instrument: 'instrument communication',
  safety: 'safety layer',
  wireless: 'wireless',
  vehicle: 'vehicle and transport',
  medical: 'medical',
  time: 'time synchronisation',
  redundancy: 'network redundancy',
  'remote-access': 'remote access',
  infrastructure: 'network infrastructure',
} as const;
export type ProtocolFamily = keyof typeof PROTOCOL_FAMILIES;

/** Whether a protocol has a protection: `none`, `optional` (exists, must be turned on) or `built-in` (always on). */
export const PROTECTIONS = { none: 'no', optional: 'optional', 'built-in': 'yes' } as const;
export type Protection = keyof typeof PROTECTIONS;

/**
 * What a section of a note is about, whatever the kind: this is how "how do I secure it" finds the right passage in a
 * protocol's note and in a component's alike.
 */
export const ASPECTS = [
  'definition',
  'working',
  'use',
  'network',
  'security',
  'abuse',
  'detection',
  'protection',
  'why',
  'failure',
  'instead',
  'events',
  'entry',
  'impact',
  'attribution',
  'recovery',
  'dispute',
  'lesson',
  'requirements',
  'compliance',
  'relation',
  'start',
  'cost',
  'risk',
  'example',
] as const;
export type Aspect = (typeof ASPECTS)[number];
