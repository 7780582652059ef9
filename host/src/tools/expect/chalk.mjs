// Messages carry no colours: a report gives them its own.
const plain = (...texts) => texts.join(' ');
const chalk = new Proxy(plain, { get: (target, key) => (key === 'level' ? 0 : key in target ? target[key] : chalk) });
export default chalk;
