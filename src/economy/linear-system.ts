/**
 * A small dense system of linear equations, by Gaussian elimination with row pivots (any text on numerical linear
 * algebra). Tables are row-major and of the stated size, which is why their elements are read with `!`.
 */

/**
 * Solves `system` · x = `rightSide` for `size` unknowns, leaving x in `rightSide` and destroying `system`. A singular
 * system is not detected: x is then not finite.
 */
export function eliminate(system: Float64Array, rightSide: Float64Array, size: number): void {
  for (let column = 0; column < size; column += 1) {
    swapRows(system, rightSide, size, column, pivotRow(system, size, column));
    for (let row = column + 1; row < size; row += 1) {
      const factor = system[row * size + column]! / system[column * size + column]!;
      if (factor === 0) continue;
      for (let k = column; k < size; k += 1) {
        system[row * size + k] = system[row * size + k]! - factor * system[column * size + k]!;
      }
      rightSide[row] = rightSide[row]! - factor * rightSide[column]!;
    }
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let value = rightSide[row]!;
    for (let k = row + 1; k < size; k += 1) value -= system[row * size + k]! * rightSide[k]!;
    rightSide[row] = value / system[row * size + row]!;
  }
}

function pivotRow(system: Float64Array, size: number, column: number): number {
  let best = column;
  for (let row = column + 1; row < size; row += 1) {
    if (Math.abs(system[row * size + column]!) > Math.abs(system[best * size + column]!)) best = row;
  }
  return best;
}

function swapRows(system: Float64Array, rightSide: Float64Array, size: number, a: number, b: number): void {
  if (a === b) return;
  for (let k = 0; k < size; k += 1) {
    const kept = system[a * size + k]!;
    system[a * size + k] = system[b * size + k]!;
    system[b * size + k] = kept;
  }
  const kept = rightSide[a]!;
  rightSide[a] = rightSide[b]!;
  rightSide[b] = kept;
}
