import clamp from 'tiny-clamp';
import { HttpClient } from '@parcels/http';

const probe = require('umd-probe');

Page({
  data: { parcels: [] },

  onLoad() {
    console.log(probe.kind, probe.browser, probe.fromFunction);
    console.log(clamp(12, 0, 10));
    new HttpClient('https://api.example.com').get('/parcels', { limit: 2 }).then((parcels) => {
      this.setData({ parcels });
      console.log(parcels.length, probe.count());
    });
  },
});
