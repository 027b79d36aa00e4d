/**
 * The tables of this module. Other modules keep their own.
 */
@NullMarked
package bangban.runtime.store;

import org.jspecify.annotations.NullMarked;
