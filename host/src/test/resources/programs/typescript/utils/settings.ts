export const API = 'https://api.example.com' as const;

export enum Currency {
  Euro = 'EUR',
  Yuan = 'CNY',
}

export enum State {
  Open,
  Paid,
  Sent = 10,
}

export default class Price {
  constructor(
    private readonly cents: number,
    public readonly currency: Currency = Currency.Yuan,
  ) {}

  toString(): string {
    return `${(this.cents / 100).toFixed(2)} ${this.currency}`;
  }
}
