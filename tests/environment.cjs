// Where Jest runs the tests: as its environment for Node, but that the global object is an ordinary one. Through the
// contextified object that vm.createContext makes by default, each `Object` or `Map` is asked for by an interceptor, and
// code runs a third slower. The option has been in Node since 20.18 and 22.8 (vm.constants.DONT_CONTEXTIFY).
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

const { createContext } = vm;

module.exports = class extends TestEnvironment {
  constructor(...args) {
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...args);
    } finally {
      vm.createContext = createContext;
    }
  }
};
