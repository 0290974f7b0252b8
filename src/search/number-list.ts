/** A list of whole numbers that grows without a box around each; some hundred thousand are added while indexing. */
export class NumberList {
  #numbers = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Int32Array(2 * this.#length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  at(position: number): number {
    return this.#numbers[position] ?? 0;
  }

  set(position: number, number: number): void {
    this.#numbers[position] = number;
  }

  /** The numbers so far, in an array of their own. */
  toArray(): Int32Array {
    return this.#numbers.slice(0, this.#length);
  }
}
