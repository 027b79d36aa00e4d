/**
 * Gets one web resource from an address that somebody else named, without letting that address reach what it should not (SSRF). Which
 * pages are wanted, and what becomes of them, is the crawler's business.
 */
@NullMarked
package bangban.knowledge.fetch;

import org.jspecify.annotations.NullMarked;
