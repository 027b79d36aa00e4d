/**
 * Web pages and sites that are kept as documents: what they are, when they are walked, what their runs came to. How a site is walked is
 * the crawler's business, who may do what with a source is the edge's.
 */
@NullMarked
package bangban.knowledge.source;

import org.jspecify.annotations.NullMarked;
