/**
 * Outlines to passages that follow the document's structure. Nothing here encodes or stores.
 */
@NullMarked
package bangban.knowledge.chunk;

import org.jspecify.annotations.NullMarked;
