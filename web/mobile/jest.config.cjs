/** The built mini-program's pages in a simulator of WeChat: after `npm run build:mp`. */
module.exports = {
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/tests/simulator/*.test.js'],
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist/build/h5'],
}
