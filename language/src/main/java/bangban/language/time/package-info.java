/**
 * Days and years that a text names, counted from a given today. Nothing here asks the clock.
 */
@NullMarked
package bangban.language.time;

import org.jspecify.annotations.NullMarked;
