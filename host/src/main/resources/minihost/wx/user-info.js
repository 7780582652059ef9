// rawData is the user's data as the text that would have been signed.
(host, kit) => {
  'use strict';
  return kit.script('user-info.js', {
    finish: result => ({ ...result, rawData: JSON.stringify(result.userInfo) }),
  });
};
