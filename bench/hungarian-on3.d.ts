/** The package brings no types of its own. */
declare module 'hungarian-on3' {
  /** Pairs of row and column at the lowest cost. */
  export default function hungarian(costs: readonly (readonly number[])[]): [row: number, column: number][]
}
