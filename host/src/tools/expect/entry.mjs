import { expect } from 'expect';
import { ModuleMocker } from 'jest-mock';
import { format, plugins } from 'pretty-format';

export { expect, ModuleMocker, format, plugins };
