/**
 * What must be right before anything starts: settings, the data folder and its lock. Nothing here knows the platform's parts.
 */
@NullMarked
package bangban.web.start;

import org.jspecify.annotations.NullMarked;
