/**
 * Who did what, in a chain that shows tampering. Nothing here decides whether it was allowed.
 */
@NullMarked
package bangban.runtime.audit;

import org.jspecify.annotations.NullMarked;
