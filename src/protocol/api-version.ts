/** What pages and services of other releases know each other by. A change that one of them would misread raises it. */
export const apiVersion = 1
