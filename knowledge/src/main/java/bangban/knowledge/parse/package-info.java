/**
 * Files to outlines: canonical text with headings, clauses, tables and pages. Nothing here knows who may read the file or how it is
 * indexed.
 */
@NullMarked
package bangban.knowledge.parse;

import org.jspecify.annotations.NullMarked;
