/** The address of a rule's page. A dot in an address is taken for a file, so `programme.length` is written `programme-length`. */
export const ruleAddress = (name: string): string => `/rules/ask/${name.replaceAll('.', '-')}`

/** The rule's name from its part of the address. */
export const ruleNameOf = (part: string): string => part.replaceAll('-', '.')
