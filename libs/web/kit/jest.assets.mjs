/** Style sheets and drawings mean nothing outside a browser. */
export default '';
