/**
 * The accounts that an administrator looks after. One's own is in {@link bangban.web.login}.
 */
@NullMarked
package bangban.web.users;

import org.jspecify.annotations.NullMarked;
