/**
 * Walks a web page or a site within its scope, as its robots.txt allows, and tells page by page what it found there. What becomes of a
 * page, and when the next walk is, is decided by the sources.
 */
@NullMarked
package bangban.knowledge.crawl;

import org.jspecify.annotations.NullMarked;
