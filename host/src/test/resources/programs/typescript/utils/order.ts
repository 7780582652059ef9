import Price, { Currency, State } from './settings';

export type Order = { id: number; cents: number; state: State };

export { State as OrderState } from './settings';
export * as formats from './formats';

export const describe = (order: Order): string =>
  `#${order.id} ${State[order.state]} ${new Price(order.cents, Currency.Euro)}`;
