/** Of package.json; the build puts it in. */
declare const frontageVersion: string
