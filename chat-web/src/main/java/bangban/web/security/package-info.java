/**
 * Who calls, by token or by the data folder's secret, and what every answer carries. What callers may see is decided by the features.
 */
@NullMarked
package bangban.web.security;

import org.jspecify.annotations.NullMarked;
