/**
 * Lists by limit and after. What stands in a list is for the features.
 */
@NullMarked
package bangban.web.paging;

import org.jspecify.annotations.NullMarked;
