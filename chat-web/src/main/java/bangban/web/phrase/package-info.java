/**
 * The sentences that people read, by language. Who says which one is decided where it is said.
 */
@NullMarked
package bangban.web.phrase;

import org.jspecify.annotations.NullMarked;
