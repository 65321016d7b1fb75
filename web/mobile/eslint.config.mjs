import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/**', 'target/**', 'src/api/schema.d.ts'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  prettier,
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: { 'vue/multi-word-component-names': 'off' },
  },
  { files: ['**/*.ts', '**/*.vue'], rules: { 'no-console': 'error', eqeqeq: 'error' } },
  { files: ['tests/simulator/**'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
