import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { stateOn } from '../../src/facts/initial-state';

/** Day, status of the truce, its expiry, controls in force, entities listed by the United States and by China. */
const DATES: readonly [
  on: string,
  truce: string,
  expiresOn: string | null,
  controls: string,
  us: number,
  cn: number,
][] = [
  ['2018-01-01', 'none', null, '', 0, 0],
  ['2018-05-20', 'provisional', null, '', 1, 0],
  ['2018-05-28', 'provisional', null, '', 1, 0],
  ['2018-05-30', 'terminated', null, '', 1, 0],
  ['2018-07-13', 'terminated', null, '', 0, 0],
  ['2018-12-01', 'in-force', '2019-03-02', '', 0, 0],
  ['2019-02-23', 'in-force', '2019-03-02', '', 0, 0],
  ['2019-03-05', 'in-force', null, '', 0, 0],
  ['2019-05-06', 'terminated', null, '', 0, 0],
  ['2019-05-16', 'terminated', null, '', 69, 0],
  ['2019-06-29', 'in-force', null, '', 69, 0],
  ['2019-08-02', 'terminated', null, '', 69, 0],
  ['2019-10-09', 'terminated', null, '', 143, 0],
  ['2020-01-15', 'provisional', '2022-01-01', '', 143, 0],
  ['2020-02-14', 'in-force', '2022-01-01', '', 143, 0],
  ['2020-12-18', 'in-force', '2022-01-01', 'us/huawei-foreign-direct-product', 203, 0],
  ['2022-01-01', 'lapsed', '2022-01-01', 'us/huawei-foreign-direct-product', 203, 0],
  [
    '2022-10-07',
    'lapsed',
    '2022-01-01',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools',
    203,
    0,
  ],
  [
    '2023-08-01',
    'lapsed',
    '2022-01-01',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools cn/gallium-germanium-licences',
    203,
    2,
  ],
  [
    '2024-12-03',
    'lapsed',
    '2022-01-01',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony',
    343,
    2,
  ],
  [
    '2025-02-04',
    'lapsed',
    '2022-01-01',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals',
    343,
    4,
  ],
  [
    '2025-03-04',
    'lapsed',
    '2022-01-01',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals',
    343,
    29,
  ],
  [
    '2025-04-04',
    'lapsed',
    '2022-01-01',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april',
    397,
    56,
  ],
  [
    '2025-04-10',
    'lapsed',
    '2022-01-01',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april',
    397,
    74,
  ],
  [
    '2025-05-13',
    'provisional',
    '2025-08-12',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools us/ascend-guidance cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april',
    397,
    74,
  ],
  [
    '2025-05-14',
    'in-force',
    '2025-08-12',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools us/ascend-guidance cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april',
    397,
    29,
  ],
  [
    '2025-05-28',
    'strained',
    '2025-08-12',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools us/ascend-guidance us/design-software-engines cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april',
    397,
    29,
  ],
  [
    '2025-06-10',
    'in-force',
    '2025-08-12',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools us/ascend-guidance us/design-software-engines cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april',
    397,
    29,
  ],
  [
    '2025-07-02',
    'in-force',
    '2025-08-12',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools us/ascend-guidance cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april',
    397,
    29,
  ],
  [
    '2025-08-11',
    'in-force',
    '2025-11-10',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools us/ascend-guidance cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april',
    397,
    29,
  ],
  [
    '2025-08-12',
    'in-force',
    '2025-11-10',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools us/ascend-guidance cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april',
    397,
    29,
  ],
  [
    '2025-09-29',
    'strained',
    '2025-11-10',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools us/ascend-guidance us/affiliates-rule cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april',
    420,
    35,
  ],
  [
    '2025-10-09',
    'strained',
    '2025-11-10',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools us/ascend-guidance us/affiliates-rule cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april cn/nexperia cn/rare-earths-october-technology',
    436,
    49,
  ],
  [
    '2025-10-25',
    'strained',
    '2025-11-10',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools us/ascend-guidance us/affiliates-rule cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april cn/nexperia cn/rare-earths-october-technology',
    436,
    54,
  ],
  [
    '2025-10-30',
    'in-force',
    '2025-11-10',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools us/ascend-guidance us/affiliates-rule cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april cn/nexperia cn/rare-earths-october-technology',
    436,
    54,
  ],
  [
    '2025-11-07',
    'in-force',
    '2026-11-10',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools us/ascend-guidance us/affiliates-rule cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/gallium-germanium-antimony cn/five-metals cn/rare-earths-april cn/nexperia',
    436,
    54,
  ],
  [
    '2025-11-10',
    'in-force',
    '2026-11-10',
    'us/huawei-foreign-direct-product us/advanced-chips us/chip-tools us/ascend-guidance cn/rare-earth-technology-2023 cn/gallium-germanium-licences cn/five-metals cn/rare-earths-april cn/nexperia',
    436,
    4,
  ],
];

const morning = (on: string) =>
  stateOn(facts, { asOf: on, meeting: null, agenda: [], withoutAuthorities: [] });

describe('the record on thirty-seven dates', () => {
  it.each(DATES)('%s: the truce is %s, its end %s', (on, status, expiresOn) => {
    const { truce } = morning(on);
    expect([truce.status, truce.expiresOn]).toEqual([status, expiresOn]);
  });

  it.each(DATES)(
    '%s: the controls in force and the numbers of listed entities',
    (on, _status, _expiresOn, controls, us, cn) => {
      const state = morning(on);
      const inForce = Object.values(state.control).filter((control) => control.status === 'in-force');
      expect(inForce.map((control) => control.id).join(' ')).toBe(controls);
      const listed = (imposer: string) =>
        Object.values(state.listing)
          .filter((listing) => listing.status === 'in-force' && listing.imposer === imposer)
          .reduce((sum, listing) => sum + listing.entities, 0);
      expect([listed('US'), listed('CN')]).toEqual([us, cn]);
    },
  );
});
