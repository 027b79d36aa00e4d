/**
 * Conversations and what is remembered of them. What happens in one turn is in {@link bangban.runtime.turn}.
 */
@NullMarked
package bangban.runtime.session;

import org.jspecify.annotations.NullMarked;
