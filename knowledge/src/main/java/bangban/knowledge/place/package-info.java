/**
 * Where a document belongs, who may read it and when it is in force. Nothing here stores or searches; the index and the catalogue
 * turn these values into filters.
 */
@NullMarked
package bangban.knowledge.place;

import org.jspecify.annotations.NullMarked;
