import { checkRegister, exportRegister, getRegisterFields } from './register.operations.ts'

/** The operations of this slice, by name. */
export const registerOperations = {
  'programme.checkRegister': checkRegister,
  'programme.getRegisterFields': getRegisterFields,
  'programme.exportRegister': exportRegister,
}
