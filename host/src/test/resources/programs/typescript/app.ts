import { API, Currency } from './utils/settings';
import * as session from './utils/session';

interface Globals {
  api: string;
  currency: Currency;
}

App<{ globalData: Globals }>({
  globalData: { api: API, currency: Currency.Euro },

  onLaunch() {
    console.log('before login', session.token, session.logins);
    session.login('tok-1');
    // Live bindings: what the other module assigns is seen here.
    console.log('after login', session.token, session.logins);
  },
});
