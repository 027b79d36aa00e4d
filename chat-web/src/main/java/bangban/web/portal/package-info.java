/**
 * The portal's files, the OpenAPI document, and what a page asks before anyone has logged in. No data of users is here.
 */
@NullMarked
package bangban.web.portal;

import org.jspecify.annotations.NullMarked;
