import type { Order } from './order';
import { token } from './session';
import { API } from './settings';

// The plain module below has no types and no exports of ES modules.
const { join } = require('./path.js');

export interface Answer<T> {
  items: T[];
}

export function get<T>(...path: string[]): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    wx.request({
      url: join(API, ...path),
      header: { 'x-token': token! },
      success: (res) => (res.statusCode === 200 ? resolve(res.data as Answer<T>) : reject(res)),
      fail: reject,
    });
  });
}

export type { Order };
