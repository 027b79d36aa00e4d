/**
 * Files into the catalogue and the index, with progress, changing only what changed. Parsing and encoding are called, not done, here.
 */
@NullMarked
package bangban.knowledge.ingest;

import org.jspecify.annotations.NullMarked;
