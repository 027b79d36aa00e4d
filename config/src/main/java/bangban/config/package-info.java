/**
 * Finds and reads what an operator edits, and says exactly what is wrong with it. What the values mean is for the modules that ask for
 * them.
 */
@NullMarked
package bangban.config;

import org.jspecify.annotations.NullMarked;
