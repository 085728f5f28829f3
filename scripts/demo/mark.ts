/** The mark that says a demo was put in once; it stays when the demo goes, so that it does not come again. */
export const demoMark = 'demo'
