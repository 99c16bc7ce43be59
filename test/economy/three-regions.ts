/**
 * A three-region world for tests: goods trade of 2023 (BACI, in thousand USD before duty) and GDP, all countries but
 * two summed into the third, trade inside it dropped, domestic sales the remainder of purchases.
 */
export const FLOWS = [
  [25984557751, 145334425, 1713391124],
  [440477681, 14451206285, 2903099074],
  [2462132132, 1898527945, 55312829796],
];
export const INCOME = [27843283300, 17794783040, 59673489874];
export const DEFICIT = [1043884264, -1299714385, 255830120];
export const LABELS = ['US', 'CN', 'RoW'];
export const US = 0;
export const CN = 1;
export const ROW = 2;

/** The same world with its deficits purged at elasticity 4, as published to eight digits. */
export const BALANCED_PRINTED = {
  labels: LABELS,
  lambda: [
    [0.91570451, 0.01214097, 0.03392485],
    [0.01097876, 0.85384395, 0.04065488],
    [0.07331673, 0.13401508, 0.92542026],
  ],
  income: [26781363415, 18664122462, 59866070336],
  deficit: [0, 0, 0],
};
