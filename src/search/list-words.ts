import type { Kind } from '../knowledge/kinds/index.ts';
import type { Cause, ProtocolFamily, Sector } from '../knowledge/vocabulary.ts';
import type { ListQuery } from './list-query.ts';

/** How people call the kinds when they ask for several notes: only plurals, so that "which protocol" stays a question. */
export const KIND_WORDS: readonly (readonly [RegExp, Kind])[] = [
  [/\b(incidents|attacks|hacks|breaches|outages|cyberattacks|cases)\b/, 'incident'],
  [/\bprotocols\b/, 'protocol'],
  [/\b(components|devices|assets)\b/, 'component'],
  [/\b(standards|regulations|laws|directives)\b/, 'standard'],
  [/\b(techniques|tactics)\b/, 'attack'],
  [/\b(threat groups|threat actors|actors|groups|apts|hacker groups)\b/, 'actor'],
  [/\b(malwares|(?<=\b(which|list|all|known|ics|ot) )malware|malware families)\b/, 'malware'],
  [/\b(defences|defenses|security measures|safeguards)\b/, 'defence'],
  [/\btools\b/, 'tool'],
  [/\b(roles|jobs)\b/, 'role'],
  [/\b(it ot differences|differences)\b/, 'difference'],
];

export const SECTOR_WORDS: readonly (readonly [RegExp, Sector])[] = [
  [/\b(water|wastewater|waterworks|sewage|drinking water)\b/, 'water'],
  [/\b(district heating|heating)\b/, 'heating'],
  [
    /\b(electric power|power grid|electricity|electric|power sector|power|grid|energy|utility|utilities)\b/,
    'electric-power',
  ],
  [/\b(oil and gas|oil|gas|pipelines?|petroleum)\b/, 'oil-and-gas'],
  [/\b(chemicals?|petrochemical)\b/, 'chemicals'],
  [/\bnuclear\b/, 'nuclear'],
  [/\b(car makers?|automotive|car industry|carmakers?)\b/, 'automotive'],
  [/\b(manufacturing|factories|factory|manufacturers?)\b/, 'manufacturing'],
  [/\b(steel|metals?|aluminium|aluminum)\b/, 'metals'],
  [/\b(mining|mines)\b/, 'mining'],
  [/\b(food and beverage|food|beverage|breweries|meat)\b/, 'food'],
  [/\b(pharma|pharmaceuticals?)\b/, 'pharmaceuticals'],
  [/\b(semiconductors?|chip (makers?|industry))\b/, 'semiconductors'],
  [/\b(rail|railways?|trains?|trams?)\b/, 'rail'],
  [/\b(maritime|ships?|shipping|ports industry|harbou?rs?)\b/, 'maritime'],
  [/\b(aviation|airports?|airlines?)\b/, 'aviation'],
  [/\b(road traffic|traffic lights?)\b/, 'road'],
  [/\b(building automation|buildings?|hvac)\b/, 'buildings'],
  [/\b(healthcare|hospitals?|medical|health)\b/, 'healthcare'],
  [/\b(satellites?|space)\b/, 'space'],
  [/\b(agriculture|farms?|farming)\b/, 'agriculture'],
  [/\b(dams?|hydropower|hydro)\b/, 'dams'],
  [/\b(wind|solar|renewables?)\b/, 'renewables'],
  [/\blogistics\b/, 'logistics'],
  [/\b(telecom|telecommunications)\b/, 'telecom'],
  [/\b(government|military|defence sector)\b/, 'government'],
];

export const CAUSE_WORDS: readonly (readonly [RegExp, Cause])[] = [
  [/\b(ransomware|ransom)\b/, 'ransomware'],
  [/\b(insiders?|disgruntled)\b/, 'insider'],
  [/\b(hacktivists?|hacktivism)\b/, 'hacktivism'],
  [/\b(espionage|spying)\b/, 'espionage'],
  [/\b(accidents?|accidental|unintentional|non malicious)\b/, 'accident'],
  [/\b(spill ?over|collateral)\b/, 'it-spillover'],
  [/\b(targeted|deliberate)\b/, 'targeted-attack'],
];

export const FAMILY_WORDS: readonly (readonly [RegExp, ProtocolFamily])[] = [
  [/\b(industrial ethernet|real time ethernet|ethernet)\b/, 'industrial-ethernet'],
  [/\b(field ?bus(es)?)\b/, 'fieldbus'],
  [/\b(telecontrol)\b/, 'telecontrol'],
  [/\b(substations?)\b/, 'substation'],
  [/\b(building automation|buildings?|hvac)\b/, 'building'],
  [/\b(metering|meters?)\b/, 'metering'],
  [/\b(messaging|publish subscribe|pub sub|iot|iiot)\b/, 'messaging'],
  [/\b(wireless|radio)\b/, 'wireless'],
  [/\b(vehicles?|automotive)\b/, 'vehicle'],
  [/\b(safety)\b/, 'safety'],
  [/\b(medical)\b/, 'medical'],
  [/\b(time sync\w*)\b/, 'time'],
  [/\b(instruments?)\b/, 'instrument'],
];

export const PROTECTION_WORDS: readonly (readonly [RegExp, NonNullable<ListQuery['protection']>])[] = [
  [
    /\b(without|no|lack|lacks|lacking|missing|have no|dont have|with no)( any| built in| native)? (authentication|login|passwords?)\b|\bunauthenticated\b/,
    'no-authentication',
  ],
  [
    /\b(without|no|lack|lacks|lacking|missing|have no|dont have|with no)( any| built in| native)? encryption\b|\b(unencrypted|not encrypted|clear ?text|plain ?text)\b/,
    'no-encryption',
  ],
  [
    /\b(with|support|supports|offer|offers|have|has)( built in| native)? authentication\b|\bauthenticated\b/,
    'authentication',
  ],
  [/\b(with|support|supports|offer|offers|have|has)( built in| native)? encryption\b|\bencrypted\b/, 'encryption'],
];

/** How a question in the singular tells what kind of thing it is after: "which standard covers …", "… - which hack". */
export const KIND_HINTS: readonly (readonly [RegExp, Kind])[] = [
  // Office and plant set against each other.
  [
    /^(?=.*\b(infotech|offices?|enterprise|corporate|e ?mails?|data cent(er|re)s?|pcs?|laptops?)\b)(?=.*\b(ot|plants?|factory|factories|shop floor|plant floor|industrial|control systems?|refinery|machines?|production)\b)(?=.*\b(differ\w*|than|vs|versus|but|while|compared?|same|both|whereas|longer|unlike)\b)/,
    'difference',
  ],
  [/\b(which|what|name the) (\w+ )?(incident|attack|hack|breach|outage|case)\b/, 'incident'],
  [/\b(which|what|name the) (\w+ )?protocol\b/, 'protocol'],
  [/\b(which|what|name the) (\w+ )?(component|device|box|machine)\b/, 'component'],
  [/\b(which|what|name the) (\w+ )?(standard|regulation|law|directive|framework|guide)\b/, 'standard'],
  [/\b(which|what|name the) (\w+ )?(technique|tactic)\b/, 'attack'],
  [/\b(which|what|name the) (\w+ )?(group|actor|apt|gang)\b/, 'actor'],
  [/\b(which|what|name the) (\w+ )?(malware|virus|worm)\b/, 'malware'],
  [/\b(which|what|name the) (\w+ )?(defence|defense|control|measure)\b/, 'defence'],
  [/\b(which|what|name the) (\w+ )?tool\b/, 'tool'],
  [/\b(which|what|name the) (\w+ )?(role|job)\b/, 'role'],
];
