module.exports = { testEnvironment: 'jsdom', testMatch: ['**/tests/*.test.js'] }
