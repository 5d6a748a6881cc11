/** The product of `vector` with the vector of the same length that begins at `offset` in `matrix`. */
export function dot(vector: Float32Array, matrix: Float32Array, offset: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const { length } = vector;
  const whole = length - (length % 4);
  for (let i = 0; i < whole; i += 4) {
    const at = offset + i;
    a += (vector[i] as number) * (matrix[at] as number);
    b += (vector[i + 1] as number) * (matrix[at + 1] as number);
    c += (vector[i + 2] as number) * (matrix[at + 2] as number);
    d += (vector[i + 3] as number) * (matrix[at + 3] as number);
  }
  for (let i = whole; i < length; i++) a += (vector[i] as number) * (matrix[offset + i] as number);
  return a + b + (c + d);
}
