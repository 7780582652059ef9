// Checks what a program asks to be shown. The texts about itemList are those of WeChat's own layer.
(host, kit) => {
  'use strict';
  const TOAST = { title: 'String', duration: 'Number', icon: 'String' };
  const MODAL = {
    title: 'String',
    content: 'String',
    confirmText: 'String',
    cancelText: 'String',
    confirmColor: 'String',
    cancelColor: 'String',
  };

  const checked = types => options => {
    kit.checkGiven(types, options);
    return kit.dataOf(options);
  };

  function sheet(options) {
    kit.checkGiven({ itemColor: 'String' }, options);
    const { itemList } = options;
    if (!itemList.length) kit.refuse('PARAMETER_ERROR', 'parameter.itemList should have at least 1 item;');
    if (itemList.length > 6) kit.refuse('PARAMETER_ERROR', 'itemList should not be large than 6');
    itemList.forEach((item, i) => {
      if (typeof item !== 'string') {
        kit.refuse('PARAMETER_ERROR', `parameter.itemList[${i}] should be String instead of ${kit.tag(item)};`);
      }
    });
    return kit.dataOf(options);
  }

  return kit.script('interaction.js', {
    showToast: { prepare: checked(TOAST) },
    showLoading: { prepare: checked({ title: 'String' }) },
    showModal: { prepare: checked(MODAL) },
    showActionSheet: { prepare: sheet },
  });
};
