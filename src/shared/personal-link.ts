/** For how many days a mailed link is open; in a message that was not sent by then it is worth nothing. */
export const LINK_DAYS = 21
