import { describe, formats, OrderState } from '../../utils/order';
import { get, type Order } from '../../utils/request';

type Data = {
  lines: string[];
  open: number;
};

Page<Data, WechatMiniprogram.Page.CustomOption>({
  data: { lines: [], open: 0 },

  async onLoad(): Promise<void> {
    const { items } = await get<Order>('orders', 'mine');
    this.setData({
      lines: items.map(describe),
      open: items.filter((order) => order.state === OrderState.Open).length,
    });
    console.log(formats.short(items[0]!));
  },

  pay(order?: Order): string {
    return order!.id.toFixed(2);
  },
});
