/**
 * Logging in and out, and one's own account. Other people's accounts are in {@link bangban.web.users}.
 */
@NullMarked
package bangban.web.login;

import org.jspecify.annotations.NullMarked;
